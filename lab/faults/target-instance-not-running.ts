import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The host is gone; its address and its registration stay. */
export const labFault: LabFault = {
  code: 'target-instance-not-running',
  breaks: 'Someone who saves money stops the instance web-c, which is still registered.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'web-c'),
  change: (world) => {
    const stopped = instanceNamed(world, 'web-c');
    return {
      ...world,
      instances: world.instances.map((one) => (one.id === stopped ? { ...one, state: 'stopped' } : one)),
      instanceStatuses: world.instanceStatuses.filter(({ instanceId }) => instanceId !== stopped),
      hosts: world.hosts.map((host) => (host.instanceId === stopped ? { ...host, up: false } : host)),
    };
  },
};
