import type { Inventory } from '../../../lambda/model/inventory.ts';
import { endpoint } from './small-world.ts';

/** The world with another port in the target's line of health; null where the line does not tell it. */
export function checkedAt(inventory: Inventory, healthCheckPort: string | null): Inventory {
  const arn = endpoint.targetGroup ?? '';
  const lines = inventory.targetHealth[arn];
  if (lines === undefined || !lines.known) throw new Error('the small world knows its target health');
  const value = lines.value.map((line) => ({ ...line, healthCheckPort }));
  return { ...inventory, targetHealth: { [arn]: { ...lines, value } } };
}
