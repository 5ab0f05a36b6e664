import type { Action as AwsAction } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Action } from '../model/inventory.ts';
import { required } from './required.ts';

/**
 * What a listener or rule does. A forward to a single group may be told by its ARN alone, and a group without a weight
 * has weight 1 (Elastic Load Balancing API reference, *ForwardActionConfig* and *TargetGroupTuple*).
 */
export function actionOf(raw: AwsAction): Action {
  const groups = raw.ForwardConfig?.TargetGroups ?? (raw.TargetGroupArn === undefined ? [] : [raw]);
  return {
    type: required(raw.Type, 'Action.Type'),
    targetGroups: groups.map((group) => ({
      arn: required(group.TargetGroupArn, 'TargetGroupArn'),
      weight: 'Weight' in group ? (group.Weight ?? 1) : 1,
    })),
  };
}
