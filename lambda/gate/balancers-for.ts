import { CannotCheck } from '../inventory/cannot-check.ts';
import { nearest } from '../inventory/nearest.ts';
import { balancerName } from '../model/balancer-name.ts';
import type { Watch } from '../model/watch.ts';

/** What a deployment watches: ARNs or names of load balancers, none for all where nothing else is watched; paths without one. */
type Watched = { readonly loadBalancers: readonly string[]; readonly watches: readonly Pick<Watch, 'name'>[] };

/**
 * The load balancers that a gate looks at, by ARN or name, none for all: those that are named, else those that are watched. A gate
 * waits for targets, which watched paths have none of. Throws `CannotCheck` for the name of such a path, for a load balancer that
 * is not among those that are watched, and where nothing but such paths is watched: a gate that looks at nothing must not pass.
 */
export function balancersFor(names: readonly string[] | null, { loadBalancers, watches }: Watched): readonly string[] {
  const paths = watches.filter(({ name }) => names?.includes(name)).map(({ name }) => name);
  if (paths.length > 0) {
    const are = paths.length === 1 ? 'is a watched path' : 'are watched paths';
    throw new CannotCheck(`${paths.join(', ')} ${are}; the gate looks at load balancers.`);
  }
  if (loadBalancers.length === 0 && watches.length > 0) {
    throw new CannotCheck('This deployment watches no load balancer, and so has nothing for a gate to look at.');
  }
  if (names === null) return loadBalancers;
  const [stranger] = loadBalancers.length === 0 ? [] : names.filter((name) => !loadBalancers.some(isSame(name)));
  if (stranger === undefined) return names;
  const near = nearest(balancerName(stranger), loadBalancers.map(balancerName)).join(', ');
  throw new CannotCheck(
    `This deployment does not watch the load balancer "${stranger}"; of those that it does, the likest: ${near}.`,
  );
}

/** Whether a watched one is meant: two ARNs must be the same, while a name says nothing of Region and account. */
function isSame(name: string): (watched: string) => boolean {
  const isArn = name.startsWith('arn:');
  return (watched) =>
    isArn && watched.startsWith('arn:') ? watched === name : balancerName(watched) === balancerName(name);
}
