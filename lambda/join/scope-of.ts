import type { MonitorSettings } from '../handlers/monitor-settings.ts';
import { CannotCheck } from '../inventory/cannot-check.ts';
import { balancerName } from '../model/balancer-name.ts';
import type { Watch } from '../model/watch.ts';

/** What is to be read and checked: load balancers by ARN or name (all, without any; `none`), and paths without one. */
export type Scope = { readonly names: readonly string[] | 'none'; readonly watches: readonly Watch[] };

type Watched = Pick<MonitorSettings, 'loadBalancers' | 'watches'>;

/**
 * What these names mean of all that is watched; null: all of it. A name that is no watched path's is meant for a load balancer.
 * Throws `CannotCheck` for one that is not watched, where what is watched is listed.
 */
export function scopeOf(names: readonly string[] | null, watched: Watched): Scope {
  const { loadBalancers, watches } = watched;
  if (names === null) return { names: orNone(loadBalancers, watches.length > 0), watches };
  refuseStrangers(names, watched);
  const named = watches.filter(({ name }) => names.includes(name));
  const others = names.filter((name) => !named.some((one) => one.name === name));
  return { names: orNone(others, named.length > 0), watches: named };
}

/** No name means every load balancer, unless something else is watched. */
function orNone(names: readonly string[], isElse: boolean): Scope['names'] {
  return names.length === 0 && isElse ? 'none' : names;
}

function refuseStrangers(names: readonly string[], { loadBalancers, watches }: Watched): void {
  if (loadBalancers.length + watches.length === 0) return;
  const paths = watches.map(({ name }) => name);
  const strangers = names.filter((name) => !paths.includes(name) && !loadBalancers.some((one) => isSame(one, name)));
  if (strangers.length === 0) return;
  const said = strangers.map((name) => `"${name}"`).join(', ');
  const known = [...loadBalancers.map(balancerName), ...paths].join(', ');
  throw new CannotCheck(`Not watched here: ${said}. Watched are: ${known}.`, { isUnknownName: true });
}

/** One may be a name and the other an ARN. */
function isSame(one: string, other: string): boolean {
  const isArn = (text: string) => text.startsWith('arn:');
  return one === other || (isArn(one) !== isArn(other) && balancerName(one) === balancerName(other));
}
