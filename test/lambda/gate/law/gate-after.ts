import { baselineFrom } from '../../../../lambda/gate/law/baseline-from.ts';
import type { GateRules, GateVerdict, Look } from '../../../../lambda/gate/law/gate.ts';
import { type GateState, gateStateSchema } from '../../../../lambda/gate/law/gate-state.ts';
import { startGate } from '../../../../lambda/gate/law/start-gate.ts';
import { verdictOf } from '../../../../lambda/gate/law/verdict-of.ts';
import type { Report } from '../../../../lambda/model/report.ts';
import { START } from './gate-report.ts';

/** Thirty seconds by default, ten between two looks: a gate of three has one look to spare. */
const RULES: GateRules = { stable: 3, timeoutSeconds: 30 };
/** A report, or why a check came to nothing. */
export type Seen = Report | string;

/** What a gate says after each of these looks. */
export function gateAfter(
  before: Report,
  seen: readonly Seen[],
  rules: Partial<GateRules> = {},
): readonly GateVerdict[] {
  const baseline = baselineFrom(before);
  let state: GateState = startGate(START);
  return seen.map((one, index) => {
    const at = new Date(Date.parse(START) + index * 10_000).toISOString();
    const look: Look = typeof one === 'string' ? { at, failure: one } : { at, report: one };
    const judged = verdictOf({ rules: { ...RULES, ...rules }, baseline, state }, look);
    // As it is kept between two invocations.
    state = gateStateSchema.parse(JSON.parse(JSON.stringify(judged.state)));
    return judged.verdict;
  });
}
