import { known } from '../../lambda/model/fact.ts';
import type { LoadBalancer, NetworkInterface, SecurityGroup, SecurityGroupRule } from '../../lambda/model/inventory.ts';
import { fleetNames } from './fleet-names.ts';

/** An Application Load Balancer with its nodes and its security group. */
export type FleetBalancer = {
  readonly loadBalancer: LoadBalancer;
  readonly networkInterfaces: readonly NetworkInterface[];
  readonly securityGroup: SecurityGroup;
  readonly securityGroupRules: readonly SecurityGroupRule[];
};

/** The load balancer of this number: a node in each zone, and leave to dial anything in the VPC. */
export function fleetBalancer(number: number): FleetBalancer {
  const { vpc: vpcId, zones } = fleetNames;
  const name = `fleet-${number}`;
  const path = `app/${name}/${number}`;
  const groupId = fleetNames.balancerGroup(number);
  const placed = zones.map((zone, index) => ({ zone, subnetId: fleetNames.edgeSubnet(index) }));
  return {
    loadBalancer: {
      ...{ arn: fleetNames.arn(`loadbalancer/${path}`), name, type: 'application', scheme: 'internal' },
      ...{ state: 'active', stateReason: null, dnsName: `${name}.eu-west-1.elb.amazonaws.com`, vpcId },
      ...{ ipAddressType: 'ipv4', securityGroups: [groupId], zones: placed, attributes: known({}) },
    },
    networkInterfaces: placed.map(({ zone, subnetId }, index) => ({
      ...{ id: `eni-${name}-${index}`, description: `ELB ${path}`, interfaceType: 'interface', vpcId, subnetId, zone },
      ...{ status: 'in-use', groups: [groupId], ipv6Addresses: [], attachment: null },
      addresses: [{ address: `10.0.${index}.${10 + number}`, primary: true, publicAddress: null }],
    })),
    securityGroup: { id: groupId, name, vpcId, ownerId: '123456789012' },
    securityGroupRules: [
      {
        ...{
          id: `sgr-${name}`,
          groupId,
          egress: true,
          protocol: 'tcp',
          fromPort: 0,
          toPort: 65_535,
          description: null,
        },
        peer: { kind: 'cidr', cidr: '10.0.0.0/16' },
      },
    ],
  };
}
