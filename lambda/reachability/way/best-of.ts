import type { Decision } from '../../model/flow.ts';

/** What several decisions come to where one that passes is enough: allow before unknown before deny. None is `deny`. */
export function bestOf(decisions: readonly Decision[]): Decision {
  return ORDER.find((decision) => decisions.includes(decision)) ?? 'deny';
}

const ORDER: readonly Decision[] = ['allow', 'unknown', 'deny'];
