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
    networkInterfaces: subnets.flatMap((one, index) => {
      const common = interfaceIn(one, securityGroups);
      return [
        {
          ...common(7, kind.scheme === 'internet-facing' ? `203.0.113.${10 + index}` : null),
          id: names.id('eni', `${path}/${one.name}`),
          description: `ELB ${path}`,
          interfaceType: kind.type === 'network' ? 'network_load_balancer' : 'interface',
        },
        {
          ...common(9),
          id: proberInterface(names, path, one),
          description: `AWS Lambda VPC ENI-${proberName(kind, one)}`,
          interfaceType: 'lambda',
        },
      ];
    }),
    probers: subnets.map((one) => ({
      name: proberName(kind, one),
      identity: 'load-balancer',
      interfaceId: proberInterface(names, path, one),
      subnetId: one.id,
      securityGroups,
    })),
  };
}

function proberName({ name }: Pick<BalancerKind, 'name'>, { zone }: Subnet): string {
  return `origin-doctor-prober-${name}-${zone}`;
}

function proberInterface(names: Naming, path: string, { name }: Subnet): string {
  return names.id('eni', `prober/${path}/${name}`);
}

/**
 * What AWS attaches for itself in a subnet, at its address of this last number. The public address is one for documentation
 * (RFC 5737): no packet of the world goes to it.
 */
function interfaceIn({ id, vpcId, zone, cidr }: Subnet, groups: readonly string[]) {
  return (
    last: number,
    publicAddress: string | null = null,
  ): Omit<NetworkInterface, 'id' | 'description' | 'interfaceType'> => ({
    vpcId,
    subnetId: id,
    zone,
    status: 'in-use',
    groups,
    addresses: [{ address: cidr.replace('0/24', String(last)), primary: true, publicAddress }],
    ipv6Addresses: [],
    attachment: { instanceId: null, deviceIndex: 1 },
  });
}
