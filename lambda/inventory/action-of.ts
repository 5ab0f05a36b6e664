import type {
  Action as AwsAction,
  RedirectActionConfig,
  TargetGroupTuple,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Action, Redirect } from '../model/inventory.ts';
import { required } from './required.ts';

/**
 * What a listener or rule does. A forward to a single group may be told by its ARN alone, and a group without a weight
 * has weight 1 (Elastic Load Balancing API reference, *ForwardActionConfig* and *TargetGroupTuple*).
 */
export function actionOf(raw: AwsAction): Action {
  const groups: readonly TargetGroupTuple[] =
    raw.ForwardConfig?.TargetGroups ??
    (raw.TargetGroupArn === undefined ? [] : [{ TargetGroupArn: raw.TargetGroupArn }]);
  return {
    type: required(raw.Type, 'Action.Type'),
    targetGroups: groups.map((group) => ({
      arn: required(group.TargetGroupArn, 'TargetGroupArn'),
      weight: group.Weight ?? 1,
    })),
    ...(raw.RedirectConfig === undefined ? {} : { redirect: redirectOf(raw.RedirectConfig) }),
  };
}

/** What is not given stays as it was in the request (API reference, *RedirectActionConfig*). */
function redirectOf({ Protocol, Port, Host }: RedirectActionConfig): Redirect {
  return { protocol: Protocol ?? '#{protocol}', port: Port ?? '#{port}', host: Host ?? '#{host}' };
}
