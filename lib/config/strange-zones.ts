import type { ConfigDeployment } from './config-schema.ts';

type Subnets = ConfigDeployment['loadBalancers'][number]['subnets'];

/** What is wrong with the subnets at `field`: the first that stands in a zone of another Region. */
export function strangeZones(subnets: Subnets, region: string, field: string): readonly string[] {
  const strange = subnets.find(({ zone }) => !zone.startsWith(region));
  if (strange === undefined) return [];
  return [`${field}.subnets holds ${strange.id} in zone "${strange.zone}": allowed are zones of ${region}`];
}
