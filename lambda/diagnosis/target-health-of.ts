import { type Fact, known, unknown } from '../model/fact.ts';
import type { Inventory, Target, TargetHealth } from '../model/inventory.ts';

/** The line of target health that speaks of a target of a group (its ARN). */
export function targetHealthOf({ targetHealth }: Inventory, groupArn: string, target: Target): Fact<TargetHealth> {
  const lines = targetHealth[groupArn];
  if (lines === undefined) return unknown('not-asked', 'target health was not asked for');
  if (!lines.known) return lines;
  const line = lines.value.find((one) => isSame(one.target, target));
  return line === undefined ? unknown('not-found', `${target.id} is not registered`) : known(line);
}

function isSame(a: Target, b: Target): boolean {
  return a.id === b.id && a.port === b.port && a.zone === b.zone;
}
