import type { NetworkAclEntry, Subnet } from '../../lambda/model/inventory.ts';
import type { Naming } from './naming.ts';
import type { ShopSubnets } from './shop-subnets.ts';
import type { World } from './world.ts';

type ShopWays = Pick<World, 'networkAcls' | 'routeTables' | 'internetGateways'>;
type Ports = Pick<NetworkAclEntry, 'fromPort' | 'toPort'>;

const EVERY_PORT: Ports = { fromPort: null, toPort: null };

/**
 * Network ACLs, route tables and the way to the internet: the default ACL for the load balancers, one of their own for the
 * machines. Nothing else leads out of the VPC.
 */
export function shopWays(names: Naming, subnets: ShopSubnets): ShopWays {
  const { vpcId, id } = names;
  const vpcRange = `${names.range}.0.0/16`;
  const local = { destination: vpcRange, target: 'local', state: 'active' } as const;
  const toInternet = { destination: '0.0.0.0/0', target: id('igw', 'shop'), state: 'active' } as const;
  const allowAll = [false, true].map((egress) => allow(100, egress, '-1', '0.0.0.0/0', EVERY_PORT));
  const narrow = [
    allow(100, false, '6', vpcRange, EVERY_PORT),
    allow(200, false, '6', '0.0.0.0/0', { fromPort: 1024, toPort: 65_535 }),
    allow(100, true, '6', vpcRange, { fromPort: 1024, toPort: 65_535 }),
    allow(200, true, '6', '0.0.0.0/0', { fromPort: 443, toPort: 443 }),
  ];
  return {
    networkAcls: [
      {
        id: id('acl', 'default'),
        vpcId,
        isDefault: true,
        subnetIds: idsOf([...subnets.edge, ...subnets.internal]),
        entries: allowAll,
      },
      { id: id('acl', 'app'), vpcId, isDefault: false, subnetIds: idsOf(subnets.app), entries: narrow },
    ],
    routeTables: [
      { id: id('rtb', 'main'), vpcId, main: true, subnetIds: [], routes: [local] },
      { id: id('rtb', 'edge'), vpcId, main: false, subnetIds: idsOf(subnets.edge), routes: [local, toInternet] },
    ],
    internetGateways: [{ id: toInternet.target, egressOnly: false, vpcIds: [vpcId] }],
  };
}

function allow(ruleNumber: number, egress: boolean, protocol: string, cidr: string, ports: Ports): NetworkAclEntry {
  return { ruleNumber, egress, protocol, action: 'allow', cidr, ...ports };
}

function idsOf(subnets: readonly Subnet[]): string[] {
  return subnets.map((one) => one.id);
}
