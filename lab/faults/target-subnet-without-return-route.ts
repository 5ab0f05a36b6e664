import { instanceNamed } from '../world/instance-named.ts';
import { routeTableOf } from '../world/route-table-of.ts';
import { subnetNamed } from '../world/subnet-named.ts';
import { withBlackhole } from '../world/with-blackhole.ts';
import type { LabFault } from './lab-fault.ts';

/** Requests arrive from every zone, and the answers to one zone are led to an appliance that is gone. Routes exist in namespaces only. */
export const labFault: LabFault = {
  code: 'target-subnet-without-return-route',
  breaks:
    'The appliance that inspected answers from the application subnets to edge-c is taken down; the route to it is left behind.',
  modes: ['namespaces'],
  resourceOf: (world) => instanceNamed(world, 'web-a'),
  change: (world) => withBlackhole(world, routeTableOf(world, 'app-a').id, subnetNamed(world, 'edge-c').cidr),
};
