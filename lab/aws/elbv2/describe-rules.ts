import type { Rule } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { Operation } from '../operation.ts';
import { absences } from './absences.ts';
import { chosenBy } from './chosen-by.ts';
import { pageAnswer } from './page-answer.ts';
import { ruleTree } from './rule-tree.ts';
import { rulesOf } from './rules-of.ts';

/** `DescribeRules`: those of one listener in order of priority, or by ARN. */
export const describeRules: Operation = {
  action: 'elasticloadbalancing:DescribeRules',
  run: (input, { world }) => pageAnswer('DescribeRules', 'Rules', chosen(input, world).map(ruleTree), input),
};

function chosen(input: Input, world: World): readonly Rule[] {
  const listenerArn = textOf(input, 'ListenerArn');
  const arns = textsOf(input, 'RuleArns');
  if ((listenerArn === undefined) === (arns.length === 0)) {
    throw new AwsError('ValidationError', 'You must specify either listener rule ARNs or a listener ARN');
  }
  if (listenerArn === undefined) return chosenBy(rulesOf(world), arns, ({ arn }) => arn, absences.rule);
  chosenBy(world.listeners, [listenerArn], ({ arn }) => arn, absences.listener);
  return rulesOf(world).filter((rule) => rule.listenerArn === listenerArn);
}
