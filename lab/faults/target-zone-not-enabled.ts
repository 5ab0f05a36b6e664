import { instanceNamed } from '../world/instance-named.ts';
import { subnetNamed } from '../world/subnet-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The load balancer no longer stands in a zone in which a target does. */
export const labFault: LabFault = {
  code: 'target-zone-not-enabled',
  breaks: 'Someone who thinks that nothing runs in zone c any more takes it from shop-web; web-c does run there.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'web-c'),
  change: (world) => {
    const { id } = subnetNamed(world, 'edge-c');
    return {
      ...world,
      loadBalancers: world.loadBalancers.map((one) => ({
        ...one,
        zones: one.zones.filter(({ subnetId }) => subnetId !== id),
      })),
    };
  },
};
