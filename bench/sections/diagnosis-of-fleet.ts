import { catalogue } from '../../lambda/diagnosis/catalogue.ts';
import { diagnose } from '../../lambda/diagnosis/diagnose.ts';
import { verifyFix } from '../../lambda/diagnosis/verify-fix.ts';
import { judgeAll } from '../../lambda/join/judge-all.ts';
import type { Inventory } from '../../lambda/model/inventory.ts';
import type { ProbeResult } from '../../lambda/model/probe-result.ts';
import { type FleetSize, fleet } from '../fleet/fleet.ts';
import { seenOf } from '../fleet/seen-of.ts';
import { line } from '../line.ts';
import { median } from '../median.ts';

const ROUNDS = 3;
const AT = '2026-03-01T12:00:05Z';
const SIZE = { loadBalancers: 10, servicesEach: 10, targetsEach: 100, groupsEach: 5, rulesEach: 60 };

/**
 * How long it takes to judge 10,000 endpoints from three zones each, behind five groups of 60 rules, against parsing the
 * inventory that they stand in: once all well, once with one service of a hundred blocked by its groups.
 */
export async function diagnosisOfFleet(): Promise<readonly string[]> {
  return [
    `Diagnosing 10000 endpoints, each behind five groups of 60 rules (medians of ${ROUNDS})`,
    ...measure('all well', { ...SIZE, blocked: 0 }),
    ...measure('100 of them blocked', { ...SIZE, blocked: 1 }),
  ];
}

function measure(what: string, size: FleetSize): readonly string[] {
  const text = JSON.stringify(fleet(size));
  const rounds = Array.from({ length: ROUNDS }, () => once(text, size));
  const seconds = median(rounds.map(({ diagnosing }) => diagnosing)) / 1000;
  const ratio = seconds / (median(rounds.map(({ parsing }) => parsing)) / 1000);
  return [
    line(`${what}: seconds`, `${seconds.toFixed(2)} s`, 'aim: below 1 s'),
    line(`${what}: time against parsing its JSON`, `${ratio.toFixed(0)} x`, ''),
  ];
}

/** Milliseconds. The inventory is parsed anew each time, since what is derived from one is kept with it. */
function once(text: string, size: FleetSize): { readonly parsing: number; readonly diagnosing: number } {
  const startMs = performance.now();
  const inventory = JSON.parse(text) as Inventory;
  const parsedMs = performance.now();
  const results = seenOf(JSON.parse(text) as Inventory, AT);
  const seenMs = performance.now();
  const found = ailing(inventory, results);
  const expected = size.blocked * size.targetsEach;
  if (found !== expected) throw new Error(`${expected} endpoints should have a leading finding; ${found} have`);
  return { parsing: parsedMs - startMs, diagnosing: performance.now() - seenMs };
}

function ailing(inventory: Inventory, results: readonly ProbeResult[]): number {
  const evidence = judgeAll(inventory, { results, local: null, memory: null, declarations: {}, at: AT });
  const diagnoses = evidence.map((one) =>
    diagnose(one, { faults: catalogue, verify: verifyFix(inventory, one), memory: null }),
  );
  return diagnoses.filter(({ leading }) => leading !== null).length;
}
