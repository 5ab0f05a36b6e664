import type { Shown, ShownState, ShownTone } from '../../model/shown.ts';
import { escaped } from './escaped.ts';

/**
 * The rows of a load balancer in the table of states: itself with its zones, then its target groups. Where the check is too old
 * (`stale`: since when, in words), nothing of it is called healthy, only what it was.
 */
export function stateRows({ loadBalancer, zones, targetGroups }: Shown, stale: string | null): string {
  const zoneWords = zones.map((zone) => `<span class="od-zone">${said(zone, stale)}</span>`).join('; ');
  const details = [loadBalancer.detail, ...(stale === null ? [] : [`not checked since ${stale}`])];
  const first = `<tr>${stateCell(loadBalancer, stale)}<th scope="row">${escaped(loadBalancer.name)}</th><td>${zoneWords}</td><td>${escaped(details.join('; '))}</td></tr>`;
  const groups = targetGroups.map(
    (group) =>
      `<tr class="od-part">${stateCell(group, stale)}<th scope="row">${escaped(group.name)}</th><td></td><td>${escaped(group.detail)}</td></tr>`,
  );
  return [first, ...groups].join('\n');
}

function stateCell(shown: ShownState, stale: string | null): string {
  const { state, tone } = asOf(shown, stale);
  return `<td class="od-state od-${tone}">${escaped(state)}</td>`;
}

function said(zone: ShownState, stale: string | null): string {
  const { state, tone } = asOf(zone, stale);
  return `${escaped(zone.name)}: <span class="od-${tone}">${escaped(state)}</span> (${escaped(zone.detail)})`;
}

function asOf({ state, tone }: ShownState, stale: string | null): { state: string; tone: ShownTone } {
  return stale === null ? { state, tone } : { state: `UNKNOWN (was ${state})`, tone: 'unsure' };
}
