import type { Action, Redirect } from '../../../lambda/model/inventory.ts';
import type { TreeObject } from '../codecs/tree.ts';

/** Actions as the API lists them: a forward to one group names it twice, as itself and in `ForwardConfig`. */
export function actionList(actions: readonly Action[]): readonly TreeObject[] {
  return actions.map((action, index) => ({
    Type: action.type,
    Order: index + 1,
    TargetGroupArn: action.targetGroups.length === 1 ? action.targetGroups[0]?.arn : undefined,
    ForwardConfig: action.type === 'forward' ? forwardConfig(action) : undefined,
    RedirectConfig: action.redirect === undefined ? undefined : redirectConfig(action.redirect),
  }));
}

function redirectConfig({ protocol, port, host }: Redirect): TreeObject {
  return {
    Protocol: protocol,
    Port: port,
    Host: host,
    Path: '/#{path}',
    Query: '#{query}',
    StatusCode: 'HTTP_301',
  };
}

function forwardConfig(action: Action): TreeObject {
  return {
    TargetGroups: action.targetGroups.map(({ arn, weight }) => ({ TargetGroupArn: arn, Weight: weight })),
    TargetGroupStickinessConfig: { Enabled: false },
  };
}
