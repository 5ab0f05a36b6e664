import { balancerNamed } from '../world/balancer-named.ts';
import { routeTableOf } from '../world/route-table-of.ts';
import { subnetNamed } from '../world/subnet-named.ts';
import type { LabFault } from './lab-fault.ts';

/** One of three subnets is no public one any more; nothing of it shows from within the VPC. */
export const labFault: LabFault = {
  code: 'load-balancer-subnet-without-internet-route',
  breaks: 'Someone gives the subnet edge-c a route table of its own, and forgets the route to the internet gateway.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => balancerNamed(world, 'shop-web'),
  change: (world) => {
    const { id, vpcId } = subnetNamed(world, 'edge-c');
    const before = routeTableOf(world, 'edge-c');
    const own = {
      ...{ id: `rtb-${id.replace('subnet-', '')}`, vpcId, main: false, subnetIds: [id] },
      routes: before.routes.filter(({ target }) => target === 'local'),
    };
    const others = world.routeTables.map((table) => ({
      ...table,
      subnetIds: table.subnetIds.filter((one) => one !== id),
    }));
    return { ...world, routeTables: [...others, own] };
  },
};
