/** A rule of a listener by its priority and conditions: `rule 10: path-pattern=/api/*`, `otherwise`. */
export function ruleWords({
  priority,
  conditions,
}: {
  readonly priority: string;
  readonly conditions: readonly string[];
}): string {
  if (priority === 'default') return 'otherwise (default action)';
  return `rule ${priority}: ${conditions.length === 0 ? 'no condition' : conditions.join(' and ')}`;
}
