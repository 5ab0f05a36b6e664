import type { Listener, Rule } from '../model/inventory.ts';

/** Where a request is decided on, as a phrase: `the default action of HTTP:80`, `rule 10 of HTTP:80 (path-pattern=/api/*)`. */
export function placeInWords({ protocol, port }: Listener, rule: Rule | null): string {
  const listener = `${protocol}:${port}`;
  if (rule === null) return `the default action of ${listener}`;
  const conditions = rule.conditions.length === 0 ? '' : ` (${rule.conditions.join(', ')})`;
  return `rule ${rule.priority} of ${listener}${conditions}`;
}
