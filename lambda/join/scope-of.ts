import type { MonitorSettings } from '../handlers/monitor-settings.ts';
import type { Watch } from '../model/watch.ts';

/** What is to be read and checked: load balancers by ARN or name (all, without any; `none`), and paths without one. */
export type Scope = { readonly names: readonly string[] | 'none'; readonly watches: readonly Watch[] };

/** What these names mean of all that is watched; null: all of it. A name that is no watched path's is meant for a load balancer. */
export function scopeOf(
  names: readonly string[] | null,
  { loadBalancers, watches }: Pick<MonitorSettings, 'loadBalancers' | 'watches'>,
): Scope {
  if (names === null) return { names: orNone(loadBalancers, watches.length > 0), watches };
  const named = watches.filter(({ name }) => names.includes(name));
  const others = names.filter((name) => !named.some((one) => one.name === name));
  return { names: orNone(others, named.length > 0), watches: names.length === 0 ? watches : named };
}

/** No name means every load balancer, unless something else is watched. */
function orNone(names: readonly string[], isElse: boolean): Scope['names'] {
  return names.length === 0 && isElse ? 'none' : names;
}
