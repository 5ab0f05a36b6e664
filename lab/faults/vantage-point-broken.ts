import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The doctor's own prober cannot run in one zone; nothing can be said of the targets from there. */
export const labFault: LabFault = {
  code: 'vantage-point-broken',
  breaks: 'The subnet edge-a has run out of addresses, so the prober function there cannot start.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'web-a'),
  change: (world) => {
    const subnets = world.subnets.map((one) => (one.name === 'edge-a' ? { ...one, availableAddresses: 0 } : one));
    return { ...world, subnets };
  },
};
