import type { ConfigDeployment } from '../lib/config/config-schema.ts';
import { proberPlaces } from '../lib/prober-places.ts';

/** How many probers a deployment of the configuration gets: one for each pair of subnet and groups. */
export function proberCount({ vpcId, loadBalancers }: ConfigDeployment, identity: 'load-balancer' | 'own'): number {
  const watched = loadBalancers.map(({ arn, name, subnets, securityGroups }) => {
    return { arn, name, id: name, vpcId, vpcCidrs: [], subnets: subnets.map(({ id }) => id), securityGroups };
  });
  return proberPlaces({ loadBalancers: watched, identity, ownGroup: () => 'own', textOf: (value) => value }).length;
}
