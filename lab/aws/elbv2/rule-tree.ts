import type { Rule } from '../../../lambda/model/inventory.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { actionList } from './action-list.ts';
import { conditionList } from './condition-list.ts';

/** A rule as the API tells it. */
export function ruleTree(rule: Rule): TreeObject {
  return {
    RuleArn: rule.arn,
    Priority: rule.priority,
    IsDefault: rule.priority === 'default',
    Conditions: conditionList(rule.conditions),
    Actions: actionList(rule.actions),
  };
}
