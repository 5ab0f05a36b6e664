import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { writeActions } from '../lambda/actions.ts';
import { alarmPrefix } from './alarm-prefix.ts';
import { allow } from './allow.ts';
import { arnOf } from './arn-of.ts';
import type { Deployment } from './deployment.ts';
import { environmentOf } from './environment-of.ts';
import { lambdaFunction } from './lambda-function.ts';
import type { Notifications } from './notifications.ts';
import { proberNames } from './prober-names.ts';
import { readStatements } from './read-statements.ts';
import type { Settled } from './settle.ts';

/** What the monitor works with. */
export type MonitorProps = {
  readonly deployment: Deployment;
  readonly settled: Settled;
  readonly table: Table;
  readonly notifications: Notifications;
  /** Null: the account's default one. */
  readonly eventBus: IEventBus | null;
  readonly deadLetters: Queue;
};

/** The monitor: outside the VPC, the only one that may invoke the probers beside the gate. */
export function monitor(parent: Construct, props: MonitorProps): LambdaFunction {
  const scope = new Construct(parent, 'Monitor');
  const { deployment, settled, table, notifications, eventBus, deadLetters } = props;
  const made = lambdaFunction(scope, 'Function', {
    code: 'monitor',
    description: 'Origin Doctor: reads configuration and target health, sends probers their work, names the cause',
    environment: environmentOf({
      deployment,
      settled,
      tableName: table.tableName,
      topic: notifications.topic,
      eventBus,
    }),
    timeoutSeconds: Math.min(LONGEST_SECONDS, deployment.intervalSeconds + 60),
    memoryMb: 512,
    logRetention: deployment.logRetention,
    statements: [...readStatements(scope), ...writeStatements(scope, props)],
  });
  new CfnEventInvokeConfig(scope, 'Invoked', {
    functionName: made.functionName,
    qualifier: '$LATEST',
    // The next scheduled check comes soon; an event of a deploy is worth a second try.
    maximumRetryAttempts: 1,
    maximumEventAgeInSeconds: 300,
    destinationConfig: { onFailure: { destination: deadLetters.queueArn } },
  });
  return made;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LONGEST_SECONDS = 900;

function writeStatements(scope: Construct, props: MonitorProps): readonly PolicyStatement[] {
  const { deployment, table, notifications, eventBus, deadLetters } = props;
  const probers = `function:${proberNames(deployment.name).pattern}`;
  const bus = eventBus?.eventBusArn ?? arnOf(scope, { service: 'events', resource: 'event-bus/default' });
  return [
    allow(writeActions.invokeProbers, [arnOf(scope, { service: 'lambda', resource: probers })]),
    allow(writeActions.table, [table.tableArn]),
    allow(writeActions.topic, [notifications.topic.topicArn]),
    ...(notifications.key === null ? [] : [allow(writeActions.topicKey, [notifications.key.keyArn])]),
    allow(writeActions.eventBus, [bus]),
    ...(deployment.alarms === null ? [] : alarmStatements(scope, deployment.name)),
    allow(writeActions.deadLetters, [deadLetters.queueArn]),
  ];
}

function alarmStatements(scope: Construct, deployment: string): readonly PolicyStatement[] {
  const alarm = (name: string) => arnOf(scope, { service: 'cloudwatch', resource: `alarm:${name}` });
  return [
    allow(
      writeActions.alarms.filter((action) => !isDescribe(action)),
      [alarm(`${alarmPrefix(deployment)}*`)],
    ),
    // A list is asked of all alarms, whatever beginning of a name it is asked for.
    allow(writeActions.alarms.filter(isDescribe), [alarm('*')]),
  ];
}

function isDescribe(action: string): boolean {
  return action.includes(':Describe');
}
