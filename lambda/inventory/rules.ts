import { type Rule as AwsRule, DescribeRulesCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Rule } from '../model/inventory.ts';
import { actionOf } from './action-of.ts';
import type { Call } from './call.ts';
import { conditionsOf } from './conditions-of.ts';
import { required } from './required.ts';

/** `DescribeRules`, for one listener's ARN at a time; the nouns do not know their listener yet, since the answer does not say. */
export const rules: Call<AwsRule, Omit<Rule, 'listenerArn'>> = {
  action: 'elasticloadbalancing:DescribeRules',
  batch: 1,
  page: async ({ elbv2 }, [ListenerArn], token) => {
    const answer = await elbv2.send(new DescribeRulesCommand({ ListenerArn, PageSize: 400, Marker: token }));
    return { items: required(answer.Rules, 'Rules'), next: answer.NextMarker };
  },
  noun: (raw) => ({
    arn: required(raw.RuleArn, 'RuleArn'),
    priority: required(raw.Priority, 'Priority'),
    conditions: required(raw.Conditions, 'Conditions').flatMap(conditionsOf),
    actions: required(raw.Actions, 'Actions').map(actionOf),
  }),
};
