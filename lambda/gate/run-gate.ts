import { CannotCheck } from '../inventory/cannot-check.ts';
import { type Going, keepLooking, type Stand } from './keep-looking.ts';
import type { Baseline } from './law/baseline.ts';
import { baselineFrom } from './law/baseline-from.ts';
import type { GateRules, Look } from './law/gate.ts';
import type { Standing } from './law/standing.ts';
import { startGate } from './law/start-gate.ts';

/**
 * A gate from beginning to end. Without a baseline the state at the start is it. With `standing` it goes on where an earlier one
 * stood, and `baseline` is passed over.
 */
export type GateRun = Going & {
  readonly rules: GateRules;
  readonly baseline: Baseline | null;
  readonly standing?: Standing | null;
};

/** Runs a gate. Throws `CannotCheck` where already its very first look comes to nothing: then it was called wrongly. */
export async function runGate({ rules, baseline, standing = null, ...going }: GateRun): Promise<Stand> {
  if (standing !== null) return keepLooking({ rules, ...standing }, going);
  const state = startGate(going.now().toISOString());
  const first = await going.look();
  if (!('report' in first)) throw new CannotCheck(first.failure);
  if (baseline === null) return keepLooking({ rules, baseline: baselineFrom(first.report), state }, going);
  return keepLooking({ rules, baseline, state }, { ...going, look: beginningWith(first, going.look) });
}

/** With a baseline given, the first look counts like every other. */
function beginningWith(first: Look, look: Going['look']): Going['look'] {
  let next: Look | null = first;
  return async () => {
    const held = next;
    next = null;
    return held ?? look();
  };
}
