import type { Target } from '../../lambda/model/inventory.ts';
import { instanceNamed } from '../world/instance-named.ts';
import type { LabFault } from './lab-fault.ts';

/** The target is leaving, with connections still on it, and its process does not wait for that. */
export const labFault: LabFault = {
  code: 'deregistration-race',
  breaks: 'A deploy takes web-a out of its target group, and stops its server at once instead of when it is drained.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => instanceNamed(world, 'web-a'),
  change: (world) => {
    const leaving = instanceNamed(world, 'web-a');
    const split = (stays: boolean) =>
      Object.fromEntries(
        Object.entries(world.registrations).map(([arn, targets]): [string, readonly Target[]] => [
          arn,
          targets.filter(({ id }) => (id !== leaving) === stays),
        ]),
      );
    const hosts = world.hosts.map((host) => (host.instanceId === leaving ? { ...host, processes: [] } : host));
    return { ...world, registrations: split(true), draining: split(false), hosts };
  },
};
