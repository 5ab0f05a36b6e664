import type { VantagePoint } from '../../model/endpoint.ts';
import type { Inventory } from '../../model/inventory.ts';
import { EPHEMERAL } from '../ephemeral.ts';
import type { Sources } from './way-source.ts';

/** The ways that start at a load balancer, by name or ARN: one in each of its zones. */
export function loadBalancerSources(
  { loadBalancers, instances }: Inventory,
  text: string,
  places: readonly VantagePoint[],
): Sources {
  const meant = loadBalancers.filter(({ name, arn }) => name === text || arn === text);
  if (meant.length > 1) {
    const arns = meant.map(({ arn }) => arn).join(', ');
    return { problem: `There are several load balancers "${text}"; name one by its ARN: ${arns}.`, known: [] };
  }
  const own = places.filter(({ loadBalancer }) => loadBalancer === meant[0]?.arn);
  const [first] = meant;
  if (first !== undefined && own.length === 0)
    return { problem: `Load balancer ${first.name} has no zone.`, known: [] };
  if (first !== undefined) {
    return { sources: own.map((place) => ({ name: place.id, place, sourcePorts: EPHEMERAL, assumptions: [] })) };
  }
  const named = instances.known ? instances.value.filter(({ name }) => name === text) : [];
  if (named.length > 0) {
    const ids = named.map(({ id }) => id).join(', ');
    return { problem: `"${text}" is the name of an instance; name it by its id: ${ids}.`, known: [] };
  }
  const problem = `There is no load balancer "${text}". Allowed are also instance ids, network interface ids and addresses.`;
  return { problem, known: loadBalancers.map(({ name }) => name) };
}
