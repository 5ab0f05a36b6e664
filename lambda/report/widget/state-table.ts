import type { KeptShown } from '../../model/shown.ts';
import { fitting } from './fitting.ts';
import { type Clock, staleSince } from './stale-since.ts';
import { stateRows } from './state-rows.ts';

/**
 * The state of every load balancer and watched path, its zones and target groups, in this order, in at most about so
 * many bytes; empty for none.
 */
export function stateTable(kept: readonly KeptShown[], clock: Clock, most: number): string {
  if (kept.length === 0) return '';
  const rows = kept.map(({ shown, at }) => stateRows(shown, staleSince(at, clock)));
  const fit = fitting(rows, most);
  const verb = fit.left === 1 ? 'does' : 'do';
  const rest = `<p>${fit.left} of ${kept.length} load balancers and watched paths ${verb} not fit in this table.</p>`;
  const left = fit.left === 0 ? '' : rest;
  const head = ['State', 'Name', 'Zones', 'What was seen'].map((word) => `<th scope="col">${word}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${fit.kept}</tbody></table>${left}`;
}
