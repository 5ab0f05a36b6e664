import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

/** A process dies and nothing takes its place: the host refuses. */
export const labFault: LabFault = {
  code: 'target-port-closed',
  breaks: 'The web server process on web-b dies. The machine itself is fine.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'web-b'),
  change: (world) => {
    const dead = instanceNamed(world, 'web-b');
    const hosts = world.hosts.map((host) => (host.instanceId === dead ? { ...host, processes: [] } : host));
    return { ...world, hosts };
  },
};
