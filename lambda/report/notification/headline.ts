import { counted } from '../page/counted.ts';
import type { StateChange } from './state-change.ts';

/** What happened, in a line: `shop-web: Nothing listens on the port, at 3 places`. Not cut. */
export function headline(changes: readonly StateChange[]): string {
  const [first] = changes;
  if (first === undefined) return 'nothing changed';
  const more = changes.length === 1 ? '' : ` (and ${counted(changes.length - 1, 'further change')})`;
  return `${first.loadBalancer ?? 'Origin Doctor'}: ${sayingOf(first)}${more}`;
}

function sayingOf({ kind, code, finding, before, subjects }: StateChange): string {
  const places = subjects.length === 1 ? '' : `, at ${subjects.length} places`;
  if (finding === null) return `cleared: ${code}${places}`;
  return `${finding.title}${places}${kind === 'became' ? ` (before: ${before?.code})` : ''}`;
}
