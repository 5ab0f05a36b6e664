import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { gateActions, writeActions } from '../lambda/actions.ts';
import { gateEnvironment } from '../lambda/contract.ts';
import { allow } from './allow.ts';
import { arnOf } from './arn-of.ts';
import { checkEnvironmentSize } from './checks/check-environment-size.ts';
import type { Deployment } from './deployment.ts';
import { environmentOf } from './environment-of.ts';
import { lambdaFunction } from './lambda-function.ts';
import type { Notifications } from './notifications.ts';
import { proberNames } from './prober-names.ts';
import { readStatements } from './read-statements.ts';
import type { Settled } from './settle.ts';

/** What the gate works with, and what it may do. */
export type GateFunctionProps = {
  readonly deployment: Deployment;
  readonly allowed: NonNullable<Deployment['gate']>;
  readonly settled: Settled;
  readonly table: Table;
  readonly notifications: Notifications;
  readonly eventBus: IEventBus | null;
};

/**
 * The gate: a monitor that goes on until it can tell. Its name begins as CodeDeploy's limited roles want it
 * (`AWSCodeDeployRoleForLambdaLimited` and `…ForECSLimited` invoke `CodeDeployHook_*` only,
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html), and is known
 * beforehand, so that its own policy can name it.
 */
export function gate(parent: Construct, props: GateFunctionProps): LambdaFunction {
  const scope = new Construct(parent, 'Gate');
  const { deployment, allowed, settled, table, notifications, eventBus } = props;
  const parts = { deployment, settled, tableName: table.tableName, topic: notifications.topic, eventBus };
  const environment = { ...environmentOf(parts), ...ownEnvironment(allowed) };
  checkEnvironmentSize(environment, 'gate.targetGroups');
  const functionName = `CodeDeployHook_${deployment.name}`;
  return lambdaFunction(scope, 'Function', {
    code: 'gate',
    functionName,
    description: 'Origin Doctor: tells a deployment whether its new targets may take traffic',
    environment,
    timeoutSeconds: 900,
    memoryMb: 512,
    logRetention: deployment.logRetention,
    statements: [...readStatements(scope), ...gateStatements(scope, functionName, props)],
  });
}

function ownEnvironment({ readmit, stable, timeoutSeconds, targetGroups }: GateFunctionProps['allowed']) {
  return {
    [gateEnvironment.readmit]: String(readmit),
    [gateEnvironment.stable]: String(stable),
    [gateEnvironment.timeoutSeconds]: String(timeoutSeconds),
    [gateEnvironment.targetGroups]: JSON.stringify(targetGroups),
  };
}

function gateStatements(
  scope: Construct,
  functionName: string,
  { deployment, allowed, table }: GateFunctionProps,
): readonly PolicyStatement[] {
  const probers = `function:${proberNames(deployment.name).pattern}`;
  const groups = allowed.deploymentGroups ?? [arnOf(scope, { service: 'codedeploy', resource: 'deploymentgroup:*/*' })];
  const targetGroups = arnOf(scope, { service: 'elasticloadbalancing', resource: 'targetgroup/*/*' });
  return [
    allow(writeActions.invokeProbers, [arnOf(scope, { service: 'lambda', resource: probers })]),
    allow(writeActions.table, [table.tableArn]),
    allow(gateActions.goOn, [arnOf(scope, { service: 'lambda', resource: `function:${functionName}` })]),
    allow(gateActions.status, groups),
    ...(allowed.readmit ? [allow(gateActions.readmit, [targetGroups])] : []),
  ];
}
