import type { NetworkInterface, Subnet } from '../../lambda/model/inventory.ts';
import type { Naming } from './naming.ts';
import { groupId } from './shop-groups.ts';
import type { World } from './world.ts';

type Balancer = Pick<World, 'loadBalancers' | 'networkInterfaces' | 'probers'>;

/** What tells one load balancer from another. */
export type BalancerKind = Pick<World['loadBalancers'][number], 'name' | 'type' | 'scheme' | 'attributes'>;

/** The part of a load balancer's ARN by which its listeners and interfaces are known: `app/NAME/ID`. */
export function balancerPath(names: Naming, kind: Pick<BalancerKind, 'name' | 'type'>): string {
  return `${kind.type === 'application' ? 'app' : 'net'}/${kind.name}/${names.mark(kind.name)}`;
}

/** A load balancer with a node in each of these subnets, and the doctor's prober beside each. Its group has its name. */
export function shopBalancer(names: Naming, kind: BalancerKind, subnets: readonly Subnet[]): Balancer {
  const path = balancerPath(names, kind);
  const securityGroups = [groupId(names, kind.name)];
  return {
    loadBalancers: [
      {
        ...kind,
        arn: names.arn(`loadbalancer/${path}`),
        state: 'active',
        stateReason: null,
        dnsName: `${kind.name}.${names.region}.elb.amazonaws.com`,
        vpcId: names.vpcId,
        ipAddressType: 'ipv4',
        securityGroups,
        zones: subnets.map((one) => ({ zone: one.zone, subnetId: one.id })),
      },
    ],
    networkInterfaces: subnets.map(
      (one): NetworkInterface => ({
        id: names.id('eni', `${path}/${one.name}`),
        description: `ELB ${path}`,
        interfaceType: kind.type === 'network' ? 'network_load_balancer' : 'interface',
        vpcId: names.vpcId,
        subnetId: one.id,
        zone: one.zone,
        status: 'in-use',
        groups: securityGroups,
        addresses: [{ address: one.cidr.replace('0/24', '7'), primary: true, publicAddress: null }],
        ipv6Addresses: [],
        attachment: { instanceId: null, deviceIndex: 1 },
      }),
    ),
    probers: subnets.map((one) => ({
      name: `origin-doctor-prober-${kind.name}-${one.zone}`,
      subnetId: one.id,
      securityGroups,
    })),
  };
}
