import type { World } from '../../../lab/world/world.ts';
import type { TargetHealth } from '../../../lambda/model/inventory.ts';

/** The health of a world in which every registered target is well, by target group ARN. */
export function healthOf({ targetGroups, registrations }: World): Record<string, readonly TargetHealth[]> {
  const healthy = { state: 'healthy', reason: null, description: null };
  return Object.fromEntries(
    targetGroups.map(({ arn, port }) => {
      const targets = registrations[arn] ?? [];
      return [arn, targets.map((target) => ({ target, healthCheckPort: String(target.port ?? port), ...healthy }))];
    }),
  );
}
