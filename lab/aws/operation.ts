import type { World } from '../world/world.ts';
import type { AwsEndpointSources } from './aws-endpoint-sources.ts';
import type { CloudWatch } from './cloudwatch/open-cloudwatch.ts';
import type { Input } from './codecs/input.ts';
import type { TreeObject } from './codecs/tree.ts';
import type { TableStore } from './dynamodb/table-store.ts';

/** What an operation answers from: the world as it is at this request, and what was put before. */
export type OperationContext = {
  readonly world: World;
  readonly sources: AwsEndpointSources;
  readonly cloudWatch: CloudWatch;
  readonly tables: TableStore;
};

/**
 * One API operation. `action` is its IAM action; `resource` the ARN that it must be allowed on, all of them where there are
 * several; absent where AWS knows no narrower one than `*`.
 */
export type Operation = {
  readonly action: string;
  readonly resource?: (input: Input, world: World, sources: AwsEndpointSources) => string | readonly string[];
  readonly run: (input: Input, context: OperationContext) => TreeObject | Promise<TreeObject>;
};

/** One service: how its requests are known, and its operations by name. */
export type Service = {
  /** As in the credential scope of a signature. */
  readonly signingName: string;
  /** The query protocols' `Version`; null where the service has none. */
  readonly version: string | null;
  /** What stands before the dot in `X-Amz-Target`; null where the service has none. */
  readonly target: string | null;
  readonly operations: Readonly<Record<string, Operation>>;
  /** The code of a refusal, where the service has one of its own. */
  readonly deniedCode?: string;
};
