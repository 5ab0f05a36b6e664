import type { Action } from '../../lambda/model/inventory.ts';
import { listenerOf } from './listener-of.ts';
import { withOwners } from './with-owners.ts';
import type { World } from './world.ts';

/** The world with one more rule of the first listener of a load balancer, and the target groups that it names in use. */
export function withRule(world: World, balancer: string, priority: number, condition: string, action: Action): World {
  const listener = listenerOf(world, balancer);
  const path = listener.arn.replace(':listener/', ':listener-rule/');
  const rule = {
    arn: `${path}/${String(priority).padStart(16, '0')}`,
    listenerArn: listener.arn,
    priority: String(priority),
    conditions: [condition],
    actions: [action],
  };
  return withOwners({ ...world, rules: [...world.rules, rule] });
}
