import type { Subnet } from '../../lambda/model/inventory.ts';
import type { Naming } from './naming.ts';

/** The subnets by what stands in them, zone a first. */
export type ShopSubnets = {
  /** The Application Load Balancer's, three zones. */
  readonly edge: readonly Subnet[];
  /** The machines', three zones. */
  readonly app: readonly Subnet[];
  /** The Network Load Balancer's, two zones. */
  readonly internal: readonly Subnet[];
};

/** Where everything stands: one VPC in three zones. */
export function shopSubnets(names: Naming): ShopSubnets {
  const subnet = (name: string, third: number) => (zone: string, index: number) => ({
    id: names.id('subnet', `${name}-${zone}`),
    name: `${name}-${zone}`,
    vpcId: names.vpcId,
    zone: names.region + zone,
    cidr: `${names.range}.${third + index}.0/24`,
    ipv6Cidrs: [],
    availableAddresses: 240,
  });
  return {
    edge: ['a', 'b', 'c'].map(subnet('edge', 0)),
    app: ['a', 'b', 'c'].map(subnet('app', 10)),
    internal: ['a', 'b'].map(subnet('internal', 20)),
  };
}
