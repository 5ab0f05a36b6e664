import { addressNamed } from '../world/address-named.ts';
import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The machine is no more, nor is its interface; its address is registered still. */
export const labFault: LabFault = {
  code: 'target-address-stale',
  breaks: 'The machine orders-b is thrown away, and nobody takes its address out of the target group.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => addressNamed(world, 'orders-b'),
  change: (world) => {
    const gone = instanceNamed(world, 'orders-b');
    return {
      ...world,
      instances: world.instances.filter(({ id }) => id !== gone),
      instanceStatuses: world.instanceStatuses.filter(({ instanceId }) => instanceId !== gone),
      hosts: world.hosts.filter(({ instanceId }) => instanceId !== gone),
      networkInterfaces: world.networkInterfaces.filter(({ attachment }) => attachment?.instanceId !== gone),
    };
  },
};
