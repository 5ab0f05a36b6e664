import { instanceNamed } from '../world/instance-named.ts';
import { routeTableOf } from '../world/route-table-of.ts';
import { subnetNamed } from '../world/subnet-named.ts';
import { withBlackhole } from '../world/with-blackhole.ts';
import type { LabFault } from './lab-fault.ts';

/** Requests to one subnet are led to an appliance that is gone. Routes exist in namespaces only. */
export const labFault: LabFault = {
  code: 'load-balancer-subnet-without-route',
  breaks:
    'The firewall appliance between the edge subnets and app-b is taken down; the route that led to it is left behind.',
  modes: ['namespaces'],
  resourceOf: (world) => instanceNamed(world, 'web-b'),
  change: (world) => withBlackhole(world, routeTableOf(world, 'edge-a').id, subnetNamed(world, 'app-b').cidr),
};
