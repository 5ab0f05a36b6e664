import type { World } from './world.ts';

/** The world in which each target group belongs to the load balancers whose listeners and rules name it, with whatever weight. */
export function withOwners(world: World): World {
  return {
    ...world,
    targetGroups: world.targetGroups.map((group) => {
      const loadBalancerArns = ownersOf(world, group.arn);
      return { ...group, loadBalancerArns };
    }),
  };
}

function ownersOf({ listeners, rules }: World, groupArn: string): readonly string[] {
  const naming = listeners.filter(({ arn, defaultActions }) => {
    const own = rules.filter(({ listenerArn }) => listenerArn === arn).flatMap(({ actions }) => actions);
    return [...defaultActions, ...own].some(({ targetGroups }) => targetGroups.some((one) => one.arn === groupArn));
  });
  return [...new Set(naming.map(({ loadBalancerArn }) => loadBalancerArn))];
}
