import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** What an ARN names. Region and account are the stack's; `account: '*'` where AWS or another account may own it. */
export type ArnParts = {
  readonly service: string;
  /** What follows the account, as in `function:NAME`. */
  readonly resource: string;
  readonly account?: string;
};

/** An ARN built from names: unlike an attribute of the resource, it makes nothing wait for it. */
export function arnOf(scope: Construct, { service, resource, account }: ArnParts): string {
  return Stack.of(scope).formatArn({ service, resource, account, arnFormat: ArnFormat.NO_RESOURCE_NAME });
}
