import type { Operation } from '../operation.ts';
import { absences } from './absences.ts';
import { attributeList } from './attribute-list.ts';
import { chosenBy } from './chosen-by.ts';
import { requiredText } from './required-text.ts';

/** `DescribeTargetGroupAttributes`: one target group per call. */
export const describeTargetGroupAttributes: Operation = {
  action: 'elasticloadbalancing:DescribeTargetGroupAttributes',
  run: (input, { world }) => {
    const wanted = [requiredText(input, 'TargetGroupArn')];
    const groups = chosenBy(world.targetGroups, wanted, ({ arn }) => arn, absences.targetGroup);
    return { Attributes: groups.flatMap(({ attributes }) => attributeList(attributes)) };
  },
};
