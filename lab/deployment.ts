import type { TableDefinition } from './aws/dynamodb/table-definition.ts';
import type { Statement } from './deployed/is-allowed.ts';
import type { EventPattern } from './deployed/matches-pattern.ts';

/** A function as it is deployed. `file` exports `handler`. */
export type DeployedFunction = {
  readonly name: string;
  readonly arn: string;
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** Whether it stands in the VPC: then it runs there or not at all. */
  readonly inVpc: boolean;
  /** What its role says; null: it may do everything. */
  readonly statements: readonly Statement[] | null;
};

/** A rule of EventBridge. `pattern` null: it is the schedule. */
export type EventRule = {
  readonly name: string;
  readonly pattern: EventPattern | null;
  readonly targets: readonly RuleTarget[];
};

/** Whom a rule hands the event to, or its own `input` where it has one. */
export type RuleTarget = { readonly functionName: string; readonly input?: unknown };

/** What is deployed in a world. Alarms are not in it: they are put through the endpoint, as CloudFormation does. */
export type Deployment = {
  readonly functions: readonly DeployedFunction[];
  /** The function that is asked for a check. */
  readonly monitor: string;
  readonly rules: readonly EventRule[];
  readonly tables: readonly TableDefinition[];
};
