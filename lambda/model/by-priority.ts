import type { Rule } from './inventory.ts';

/** Sorts the rules of a listener as they are tried: by number, the default one last. */
export function byPriority(a: Pick<Rule, 'priority'>, b: Pick<Rule, 'priority'>): number {
  return orderOf(a) - orderOf(b) || 0;
}

function orderOf({ priority }: Pick<Rule, 'priority'>): number {
  return priority === 'default' ? Number.POSITIVE_INFINITY : Number(priority);
}
