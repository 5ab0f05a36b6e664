import type { Declarations } from '../model/evidence.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Report } from '../model/report.ts';
import { judgeAll } from './judge-all.ts';
import { reportOn } from './report-on.ts';

/** The calls that reading it took, what is declared of its load balancers, and the clock. */
export type Reading = {
  readonly apiCalls: Readonly<Record<string, number>>;
  readonly declarations?: Declarations;
  readonly now: () => Date;
};

/** Judges configuration and target health of an inventory alone: nothing is read any more, and nothing dialled. */
export function judgeInventory(inventory: Inventory, { apiCalls, declarations = {}, now }: Reading): Report {
  const begun = now();
  const at = begun.toISOString();
  const evidence = judgeAll(inventory, { results: null, local: null, memory: null, declarations, at });
  const report = reportOn(
    { inventory, evidence },
    {
      ...{ memory: null, declarations },
      vantagePoints: [],
      trigger: { kind: 'cli', detail: null },
      checkedAt: at,
      cost: { apiCalls, probes: 0, elapsedMs: 0 },
    },
  );
  return { ...report, cost: { ...report.cost, elapsedMs: now().getTime() - begun.getTime() } };
}
