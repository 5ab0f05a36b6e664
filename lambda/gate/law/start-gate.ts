import type { GateState } from './gate-state.ts';

/** The state of a gate that opens at this time (ISO 8601). */
export function startGate(startedAt: string): GateState {
  return { startedAt, checks: 0, accepted: {}, gone: [], lost: [], came: {}, quiet: 0, lastTrouble: null };
}
