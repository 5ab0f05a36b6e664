import type { Decision } from '../../model/flow.ts';

/** What several decisions come to where each must pass: deny before unknown before allow. Nothing to pass is `allow`. */
export function worstOf(decisions: readonly Decision[]): Decision {
  return ORDER.find((decision) => decisions.includes(decision)) ?? 'allow';
}

const ORDER: readonly Decision[] = ['deny', 'unknown', 'allow'];
