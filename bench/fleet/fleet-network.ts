import { known } from '../../lambda/model/fact.ts';
import type { Inventory, NetworkAclEntry, Subnet } from '../../lambda/model/inventory.ts';
import { fleetNames } from './fleet-names.ts';

type Network = Pick<Inventory, 'vpcs' | 'subnets' | 'networkAcls' | 'routeTables' | 'prefixLists'>;

/** One VPC in three zones, each with a subnet for load balancers and a large one for machines, open from end to end. */
export function fleetNetwork(): Network {
  const vpcId = fleetNames.vpc;
  const subnets = fleetNames.zones.flatMap((zone, index): Subnet[] => {
    const place = { name: null, vpcId, zone, ipv6Cidrs: [], availableAddresses: 200 };
    return [
      { ...place, id: fleetNames.edgeSubnet(index), cidr: `10.0.${index}.0/24` },
      { ...place, id: fleetNames.appSubnet(index), cidr: `10.0.${64 * (index + 1)}.0/18` },
    ];
  });
  const subnetIds = subnets.map(({ id }) => id);
  const anyone = { protocol: '-1', cidr: '0.0.0.0/0', fromPort: null, toPort: null };
  const entries = [true, false].flatMap((egress): NetworkAclEntry[] => [
    { ...anyone, ruleNumber: 100, egress, action: 'allow' },
    { ...anyone, ruleNumber: 32767, egress, action: 'deny' },
  ]);
  return {
    vpcs: known([{ id: vpcId, name: 'fleet', cidrs: ['10.0.0.0/16'], ipv6Cidrs: [] }]),
    subnets: known(subnets),
    networkAcls: known([{ id: 'acl-fleet', vpcId, isDefault: true, subnetIds, entries }]),
    routeTables: known([
      {
        ...{ id: 'rtb-fleet', vpcId, main: true, subnetIds },
        routes: [{ destination: '10.0.0.0/16', target: 'local', state: 'active' }],
      },
    ]),
    prefixLists: known([]),
  };
}
