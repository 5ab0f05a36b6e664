import { targetGroupNamed } from '../world/target-group-named.ts';
import type { LabFault } from './lab-fault.ts';

/** Every server answers, and not as the health check wants it. */
export const labFault: LabFault = {
  code: 'target-group-failing-open',
  breaks: 'Someone tells the health check of web to expect 204 before the servers do so; they answer 200.',
  modes: ['namespaces', 'loopback'],
  resourceOf: (world) => targetGroupNamed(world, 'web').arn,
  noticedAt: (world) => (world.registrations[targetGroupNamed(world, 'web').arn] ?? []).map(({ id }) => id),
  change: (world) => ({
    ...world,
    targetGroups: world.targetGroups.map((group) =>
      group.name === 'web' ? { ...group, healthCheck: { ...group.healthCheck, matcher: '204' } } : group,
    ),
  }),
};
