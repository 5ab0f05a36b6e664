import { createHash } from 'node:crypto';
import type { Rule } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';

/** Every rule of the world by priority, with the default rule that each listener has whether the world declares it or not. */
export function rulesOf(world: World): readonly Rule[] {
  return world.listeners.flatMap((listener) => {
    const declared = world.rules.filter(({ listenerArn }) => listenerArn === listener.arn);
    const numbered = declared.filter(({ priority }) => priority !== 'default');
    const last = declared.find(({ priority }) => priority === 'default') ?? {
      arn: defaultRuleArn(listener.arn),
      listenerArn: listener.arn,
      priority: 'default',
      conditions: [],
      actions: listener.defaultActions,
    };
    return [...numbered.sort((a, b) => Number(a.priority) - Number(b.priority)), last];
  });
}

/** A rule's ARN is its listener's, as `listener-rule`, with an id of its own. */
function defaultRuleArn(listenerArn: string): string {
  const id = createHash('sha256').update(listenerArn).digest('hex').slice(0, 16);
  return `${listenerArn.replace(':listener/', ':listener-rule/')}/${id}`;
}
