import type { GateAnswer } from './gate-answer.ts';

const STATUSES = { passed: 0, held: 2, unknown: 3 } as const;

/** The exit status of a verdict: 0 passed, 2 held, 3 could not tell. */
export function gateStatus({ verdict }: Pick<GateAnswer, 'verdict'>): 0 | 2 | 3 {
  return STATUSES[verdict];
}
