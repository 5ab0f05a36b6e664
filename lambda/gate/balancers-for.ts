import { CannotCheck } from '../inventory/cannot-check.ts';
import type { Watch } from '../model/watch.ts';

/** What a deployment watches: ARNs or names of load balancers, none for all where nothing else is watched; paths without one. */
type Watched = { readonly loadBalancers: readonly string[]; readonly watches: readonly Pick<Watch, 'name'>[] };

/**
 * The load balancers that a gate looks at, by ARN or name, none for all: those that are named, else those that are watched. A gate
 * waits for targets, which watched paths have none of. Throws `CannotCheck` for the name of such a path, and where nothing
 * but such paths is watched: a gate that looks at nothing must not pass.
 */
export function balancersFor(names: readonly string[] | null, { loadBalancers, watches }: Watched): readonly string[] {
  const paths = watches.filter(({ name }) => names?.includes(name)).map(({ name }) => name);
  if (paths.length > 0) {
    const are = paths.length === 1 ? 'is a watched path' : 'are watched paths';
    throw new CannotCheck(`${paths.join(', ')} ${are}; the gate looks at load balancers.`);
  }
  if (names !== null) return names;
  if (loadBalancers.length > 0 || watches.length === 0) return loadBalancers;
  throw new CannotCheck('This deployment watches no load balancer, and so has nothing for a gate to look at.');
}
