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
 * inventory that they stand in: once all well, once with one service of a hundred blocked by its groups, once with all
 * of them blocked.
 */
export async function diagnosisOfFleet(): Promise<readonly string[]> {
  return [
    `Diagnosing 10000 endpoints, each behind five groups of 60 rules (medians of ${ROUNDS})`,
    ...measure('all well', { ...SIZE, blocked: 0 }),
    ...measure('100 of them blocked', { ...SIZE, blocked: 1 }),
    ...measure('all of them blocked', { ...SIZE, blocked: 100 }, ''),
  ];
}

type Timed = { readonly parsing: number; readonly diagnosing: number; readonly processor: number };

function measure(what: string, size: FleetSize, aim = 'aim: below 1 s'): readonly string[] {
  const text = JSON.stringify(fleet(size));
  const rounds = Array.from({ length: ROUNDS }, () => once(text, size));
  const secondsOf = (pick: (round: Timed) => number) => median(rounds.map(pick)) / 1000;
  const seconds = secondsOf(({ diagnosing }) => diagnosing);
  const ratio = seconds / secondsOf(({ parsing }) => parsing);
  return [
    line(`${what}: seconds`, `${seconds.toFixed(2)} s`, aim),
    line(`${what}: processor time, all threads`, `${secondsOf(({ processor }) => processor).toFixed(2)} s`, ''),
    line(`${what}: time against parsing its JSON`, `${ratio.toFixed(0)} x`, ''),
  ];
}

/** Milliseconds. The inventory is parsed anew each time, since what is derived from one is kept with it. */
function once(text: string, size: FleetSize): Timed {
  const startMs = performance.now();
  const inventory = JSON.parse(text) as Inventory;
  const parsing = performance.now() - startMs;
  const results = seenOf(JSON.parse(text) as Inventory, AT);
  const before = process.cpuUsage();
  const seenMs = performance.now();
  const found = ailing(inventory, results);
  const diagnosing = performance.now() - seenMs;
  const { user, system } = process.cpuUsage(before);
  const expected = size.blocked * size.targetsEach;
  if (found !== expected) throw new Error(`${expected} endpoints should have a leading finding; ${found} have`);
  return { parsing, diagnosing, processor: (user + system) / 1000 };
}

function ailing(inventory: Inventory, results: readonly ProbeResult[]): number {
  const evidence = judgeAll(inventory, { results, local: null, memory: null, declarations: {}, at: AT });
  const diagnoses = evidence.map((one) =>
    diagnose(one, { faults: catalogue, verify: verifyFix(inventory, one), memory: null }),
  );
  return diagnoses.filter(({ leading }) => leading !== null).length;
}
