import type { ConfigDeployment } from '../lib/config/config-schema.ts';
import { proberPlaces } from '../lib/prober-places.ts';

/** How many probers a deployment of the configuration gets: one for each pair of subnet and groups. */
export function proberCount(
  { loadBalancers, watches = [] }: Pick<ConfigDeployment, 'loadBalancers' | 'watches'>,
  identity: 'load-balancer' | 'own',
): number {
  return proberPlaces({
    loadBalancers: loadBalancers.map(standing),
    watches: watches.map(({ from }) => ({ from: standing(from) })),
    identity,
    ownGroup: () => 'own',
    textOf: (value) => value,
  }).length;
}

type Place = Pick<ConfigDeployment['loadBalancers'][number], 'subnets' | 'securityGroups'>;

function standing({ subnets, securityGroups }: Place) {
  return { subnets: subnets.map(({ id }) => id), securityGroups };
}
