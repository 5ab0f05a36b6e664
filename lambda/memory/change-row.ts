/** How long changes are remembered. */
export const changeSeconds = 7 * 86_400;

/**
 * The partition of a day's changes (`when` in UTC). By day and not by resource: a check asks for hundreds of resources at
 * once, and there are few changes.
 */
export function changesOfDay(when: string): string {
  return `change#${when.slice(0, 10)}`;
}
