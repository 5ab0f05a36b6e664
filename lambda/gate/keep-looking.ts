import { setTimeout as sleep } from 'node:timers/promises';
import type { Report } from '../model/report.ts';
import type { Baseline } from './law/baseline.ts';
import type { Gate, GateVerdict, Look } from './law/gate.ts';
import type { GateState } from './law/gate-state.ts';
import { verdictOf } from './law/verdict-of.ts';

/** How a gate goes on. `until` is when the caller's own time is up; `keep` is given every state before the next pause. */
export type Going = {
  readonly look: () => Promise<Look>;
  readonly pauseMs: number;
  readonly until: Date | null;
  readonly now: () => Date;
  readonly keep?: (state: GateState) => Promise<void>;
};

/** Where a gate stands: what stood before, its state, what it says, and the last report, null where no check came to one. */
export type Stand = {
  readonly baseline: Baseline;
  readonly state: GateState;
  readonly verdict: GateVerdict;
  readonly report: Report | null;
};

/**
 * Looks until the gate can tell, or until the caller's own time is up, in which case it still says `waiting`. Bounded by the
 * gate's own timeout.
 */
export async function keepLooking(gate: Gate, { look, pauseMs, until, now, keep }: Going): Promise<Stand> {
  const { baseline } = gate;
  let { state } = gate;
  let report: Report | null = null;
  for (;;) {
    const seen = await look();
    const judged = verdictOf({ ...gate, state }, seen);
    state = judged.state;
    report = 'report' in seen ? seen.report : report;
    const stand = { ...judged, baseline, report };
    if (judged.verdict.verdict !== 'waiting') return stand;
    await keep?.(state);
    if (until !== null && now().getTime() + pauseMs >= until.getTime()) return stand;
    await sleep(pauseMs);
  }
}
