import { withOwners } from '../../world/with-owners.ts';
import { changeWorld } from '../change-world.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import { absences } from './absences.ts';
import { chosenBy } from './chosen-by.ts';
import { listenerTree } from './listener-tree.ts';
import { listenerValuesIn } from './listener-values-in.ts';
import { requiredText } from './required-text.ts';

/** `ModifyListener`: another port, protocol, or other default actions, which are also those of its default rule. */
export const modifyListener: Operation = {
  action: 'elasticloadbalancing:ModifyListener',
  resource: (input) => textOf(input, 'ListenerArn') ?? '*',
  run: async (input, { world, sources }) => {
    const wanted = [requiredText(input, 'ListenerArn')];
    const changed = chosenBy(world.listeners, wanted, ({ arn }) => arn, absences.listener).map((one) =>
      listenerValuesIn(input, one, world),
    );
    const next = new Map(changed.map((one) => [one.arn, one]));
    await changeWorld(
      sources,
      withOwners({
        ...world,
        listeners: world.listeners.map((one) => next.get(one.arn) ?? one),
        rules: world.rules.map((rule) => {
          const listener = rule.priority === 'default' ? next.get(rule.listenerArn) : undefined;
          return listener === undefined ? rule : { ...rule, actions: listener.defaultActions };
        }),
      }),
    );
    return { Listeners: changed.map(listenerTree) };
  },
};
