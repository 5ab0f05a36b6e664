import type { ConfigDeployment } from './config-schema.ts';
import { strangeZones } from './strange-zones.ts';

/** What is wrong with the watches of the deployment at this place of the configuration, and with having none. */
export function watchProblems(
  { region, loadBalancers, watches = [] }: ConfigDeployment,
  at: string,
): readonly string[] {
  if (loadBalancers.length === 0 && watches.length === 0) {
    return [`${at}.loadBalancers is []: allowed is at least one, or none where there are watches`];
  }
  const taken = [...loadBalancers, ...watches].map(({ name }) => name);
  return watches.flatMap(({ name, from }, index) => {
    const field = `${at}.watches[${index}]`;
    const isTaken = taken.indexOf(name) < loadBalancers.length + index;
    const twice = `${field}.name is "${name}": allowed is each name once, and none of a load balancer`;
    return [...(isTaken ? [twice] : []), ...strangeZones(from.subnets, region, `${field}.from`)];
  });
}
