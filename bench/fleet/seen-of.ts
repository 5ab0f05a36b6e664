import { endpointsOf } from '../../lambda/endpoints/endpoints-of.ts';
import type { Inventory } from '../../lambda/model/inventory.ts';
import type { ProbeResult } from '../../lambda/model/probe-result.ts';

/** What probers would see of a fleet from every zone: a healthy target connects, any other is silent. */
export function seenOf(inventory: Inventory, at: string): readonly ProbeResult[] {
  const well = new Set(
    Object.values(inventory.targetHealth).flatMap((lines) =>
      (lines.known ? lines.value : []).filter(({ state }) => state === 'healthy').map(({ target }) => target.id),
    ),
  );
  return endpointsOf(inventory).flatMap(({ id, target, vantagePoints }) =>
    vantagePoints.map((vantagePoint) => ({
      ...{ endpoint: id, vantagePoint, zone: vantagePoint.split('@')[1] ?? null, errno: null, detail: null, at },
      ...(well.has(target.id)
        ? { outcome: 'connected' as const, elapsedMs: 1, attempts: 1 }
        : { outcome: 'timed-out' as const, elapsedMs: 4000, attempts: 2 }),
    })),
  );
}
