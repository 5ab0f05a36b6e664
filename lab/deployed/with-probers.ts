import type { ProberFunction, World } from '../world/world.ts';
import type { TemplateFunction } from './functions-in.ts';

/**
 * The world with the template's functions in the places of its own probers: each in its subnet, with its groups. Throws where
 * the world has no interface for one.
 */
export function withProbers(world: World, functions: readonly TemplateFunction[]): World {
  const inside = functions.flatMap(({ name, network }) => (network === null ? [] : { name, ...network }));
  const probers = inside.map(({ name, subnets, groups }): ProberFunction => {
    const [subnet] = subnets;
    const place = world.probers.find((one) => one.subnetId === subnet && isSame(one.securityGroups, groups));
    if (place === undefined || subnets.length > 1) {
      throw new Error(`the world has no place for ${name} in ${subnets.join(', ')} with ${groups.join(', ')}`);
    }
    return { ...place, name };
  });
  return { ...world, probers };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join(' ') === others.toSorted().join(' ');
}
