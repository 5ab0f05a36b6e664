import type { Rule } from '../../../lambda/model/inventory.ts';
import { withOwners } from '../../world/with-owners.ts';
import { AwsError } from '../aws-error.ts';
import { changeWorld } from '../change-world.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import { absences } from './absences.ts';
import { actionsIn } from './actions-in.ts';
import { chosenBy } from './chosen-by.ts';
import { requiredText } from './required-text.ts';
import { ruleTree } from './rule-tree.ts';
import { rulesOf } from './rules-of.ts';

/** `ModifyRule`: other actions for a rule; its conditions stay. A listener's default rule is changed by `ModifyListener`. */
export const modifyRule: Operation = {
  action: 'elasticloadbalancing:ModifyRule',
  resource: (input) => textOf(input, 'RuleArn') ?? '*',
  run: async (input, { world, sources }) => {
    const arns = [requiredText(input, 'RuleArn')];
    const [rule] = chosenBy(rulesOf(world), arns, ({ arn }) => arn, absences.rule);
    if (rule === undefined || rule.priority === 'default') {
      throw new AwsError('OperationNotPermitted', 'Default rules cannot be modified');
    }
    const owner = world.listeners.find(({ arn }) => arn === rule.listenerArn)?.loadBalancerArn ?? '';
    const actions = actionsIn(input, 'Actions', owner, world);
    const next: Rule = { ...rule, actions: actions ?? rule.actions };
    const rules = world.rules.map((one) => (one.arn === next.arn ? next : one));
    await changeWorld(sources, withOwners({ ...world, rules }));
    return { Rules: [ruleTree(next)] };
  },
};
