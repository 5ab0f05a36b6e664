import { type Fact, known, unknown } from '../model/fact.ts';
import type { Inventory, Target, TargetHealth } from '../model/inventory.ts';
import { oncePer } from '../reachability/once-per.ts';

/** Of several lines on one target the first counts. */
const byTarget = oncePer(
  (lines: readonly TargetHealth[]) => new Map(lines.toReversed().map((line) => [keyOf(line.target), line])),
);

/** The line of target health that speaks of a target of a group (its ARN). */
export function targetHealthOf({ targetHealth }: Inventory, groupArn: string, target: Target): Fact<TargetHealth> {
  const lines = targetHealth[groupArn];
  if (lines === undefined) return unknown('not-asked', 'target health was not asked for');
  if (!lines.known) return lines;
  const line = byTarget(lines.value).get(keyOf(target));
  return line === undefined ? unknown('not-found', `${target.id} is not registered`) : known(line);
}

function keyOf({ id, port, zone }: Target): string {
  return `${id} ${port} ${zone}`;
}
