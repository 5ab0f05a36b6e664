import type { Deployment } from './deployment.ts';

/** A place that a prober is given: one subnet, and the groups that it wears there. */
export type ProberPlace = {
  readonly subnetId: string;
  readonly securityGroups: readonly string[];
  readonly identity: 'load-balancer' | 'own';
};

/** Where connections start, and what is worn there. */
type Standing = { readonly subnets: readonly string[]; readonly securityGroups: readonly string[] };

/** What the places are made from, and what gives the id of a group of our own; it is asked only where one is worn. */
export type ProberPlacesOptions = Pick<Deployment, 'identity'> & {
  readonly loadBalancers: readonly Standing[];
  readonly watches: readonly { readonly from: Standing }[];
  readonly ownGroup: () => string;
  /** What two texts have in common if they are the same: tokens have many faces. */
  readonly textOf: (value: string) => string;
};

/**
 * One place for each distinct pair of subnet and set of groups, in the order of the load balancers and then the watches.
 * Lambda picks among a function's subnets itself, so a function that had several could not say from which zone it looked.
 */
export function proberPlaces({
  loadBalancers,
  watches,
  identity,
  ownGroup,
  textOf,
}: ProberPlacesOptions): readonly ProberPlace[] {
  const standing: readonly Standing[] = [...loadBalancers, ...watches.map(({ from }) => from)];
  const places = standing.flatMap(({ subnets, securityGroups }): ProberPlace[] => {
    const wearsOwn = identity === 'own' || securityGroups.length === 0;
    const worn = wearsOwn ? [ownGroup()] : [...new Set(securityGroups)];
    return subnets.map((subnetId) => ({
      subnetId,
      securityGroups: worn,
      identity: wearsOwn ? 'own' : 'load-balancer',
    }));
  });
  return [...new Map(places.toReversed().map((place) => [placeKey(place, textOf), place])).values()].toReversed();
}

/** The same for the same subnet and groups, in whatever order these are named. */
export function placeKey({ subnetId, securityGroups }: ProberPlace, textOf: (value: string) => string): string {
  return [textOf(subnetId), ...securityGroups.map(textOf).toSorted()].join(' ');
}
