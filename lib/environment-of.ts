import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { monitorEnvironment as names } from '../lambda/contract.ts';
import { alarmPrefix } from './alarm-prefix.ts';
import type { Deployment } from './deployment.ts';
import type { Settled } from './settle.ts';

/** What the functions outside the VPC are told of. */
export type EnvironmentParts = {
  readonly deployment: Deployment;
  readonly settled: Settled;
  readonly tableName: string;
  readonly topic: ITopic;
  readonly eventBus: IEventBus | null;
};

/**
 * The environment of monitor and gate (`monitorEnvironment` in the contract): small, whatever number of load balancers there
 * is. What grows with them is in the table.
 */
export function environmentOf(parts: EnvironmentParts): Readonly<Record<string, string>> {
  const { deployment, settled, tableName, topic, eventBus } = parts;
  return {
    [names.deployment]: deployment.name,
    [names.settings]: settled.version,
    [names.deadlineMs]: String(deployment.deadlineMs),
    [names.concurrency]: String(deployment.concurrency),
    [names.intervalSeconds]: String(deployment.intervalSeconds),
    [names.table]: tableName,
    [names.topic]: topic.topicArn,
    // By its name alone a bus of another account would be taken for one of this.
    [names.eventBus]: eventBus?.eventBusArn ?? 'default',
    ...keptAlarms(deployment),
  };
}

/** Without a prefix no alarms are kept. */
function keptAlarms({ name, alarms }: Deployment): Readonly<Record<string, string>> {
  if (alarms === null) return {};
  return {
    [names.alarmPrefix]: alarmPrefix(name),
    [names.datapointsToAlarm]: String(alarms.datapointsToAlarm),
    [names.evaluationPeriods]: String(alarms.evaluationPeriods),
  };
}
