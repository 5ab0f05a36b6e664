import type { SavedKey } from './saved-keys.ts';

/**
 * What is asked per resource, so that the answer does not say about which: `owner` is the field beside it that does,
 * `list` the answer's own key.
 */
export const wrappings: readonly { readonly key: SavedKey; readonly owner: string; readonly list: string }[] = [
  { key: 'LoadBalancerAttributes', owner: 'LoadBalancerArn', list: 'Attributes' },
  { key: 'LoadBalancerListeners', owner: 'LoadBalancerArn', list: 'Listeners' },
  { key: 'ListenerRules', owner: 'ListenerArn', list: 'Rules' },
  { key: 'TargetGroupAttributes', owner: 'TargetGroupArn', list: 'Attributes' },
  { key: 'LoadBalancerTargetHealth', owner: 'TargetGroupArn', list: 'TargetHealthDescriptions' },
  { key: 'PrefixListEntries', owner: 'PrefixListId', list: 'Entries' },
  { key: 'TransitGatewayRoutes', owner: 'TransitGatewayRouteTableId', list: 'Routes' },
];
