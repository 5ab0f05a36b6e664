import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { LoadBalancerSource } from '../load-balancer-source.ts';
import { textOf } from '../text-of.ts';
import { wornGroups } from '../worn-groups.ts';
import { wrongProperty } from './wrong-property.ts';

/**
 * Lets synthesis refuse what changed since: probers wear the groups that a load balancer of the app has when the doctor `scope` is
 * made, and would not see what it sees in others. `property` is where they stand.
 */
export function checkStillWorn(scope: Construct, property: string, source: LoadBalancerSource): void {
  if (!('node' in source)) return;
  const before = wornGroups(source);
  const textsOf = (groups: readonly string[]) => groups.map((group) => textOf(scope, group)).toSorted();
  const validate = () => {
    const now = wornGroups(source);
    if (textsOf(now).join() === textsOf(before).join()) return [];
    const stack = Stack.of(scope);
    const allowed = `those that it had when the doctor was made, ${JSON.stringify(stack.resolve(before))}: add groups before the doctor`;
    return [wrongProperty(property, stack.resolve(now), allowed).message];
  };
  scope.node.addValidation({ validate });
}
