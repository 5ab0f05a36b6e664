import type { Decision } from '../../model/flow.ts';

/** The exit status of a judged way: 0 allow, 2 deny, 3 unknown. */
export function pathStatus(verdict: Decision): 0 | 2 | 3 {
  return STATUSES[verdict];
}

const STATUSES = { allow: 0, deny: 2, unknown: 3 } as const;
