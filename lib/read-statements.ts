import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { readActions } from '../lambda/actions.ts';
import { allow } from './allow.ts';
import { arnOf } from './arn-of.ts';

/**
 * Lets a function read configuration and target health. AWS takes a narrower resource than `*` for two of these actions
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html); AWS or another account may
 * own what these name.
 */
export function readStatements(scope: Construct): readonly PolicyStatement[] {
  const narrowed = Object.entries(NARROWER).filter(([action]) => readActions.includes(action));
  return [
    allow(
      readActions.filter((action) => !(action in NARROWER)),
      ['*'],
    ),
    ...narrowed.map(([action, resource]) =>
      allow([action], [arnOf(scope, { service: 'ec2', resource, account: '*' })]),
    ),
  ];
}

const NARROWER: Readonly<Record<string, string>> = {
  'ec2:GetManagedPrefixListEntries': 'prefix-list/*',
  'ec2:SearchTransitGatewayRoutes': 'transit-gateway-route-table/*',
};
