import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { monitorEnvironment as names } from '../lambda/contract.ts';
import { alarmPrefix } from './alarm-prefix.ts';
import { checkEnvironmentSize } from './check-environment-size.ts';
import type { Deployment } from './deployment.ts';
import { proberList } from './prober-list.ts';
import type { DeployedProber } from './probers.ts';

/** What the functions outside the VPC are told of. */
export type EnvironmentParts = {
  readonly deployment: Deployment;
  readonly probers: readonly DeployedProber[];
  readonly tableName: string;
  readonly topic: ITopic;
  readonly eventBus: IEventBus | null;
};

/**
 * The environment of monitor and gate (`monitorEnvironment` in the contract). Ids, names and ARNs hold no character that
 * JSON would escape, so JSON made of tokens is JSON when they are resolved. Throws where it is more than Lambda takes.
 */
export function environmentOf(parts: EnvironmentParts): Readonly<Record<string, string>> {
  const { deployment, probers, tableName, topic, eventBus } = parts;
  const environment = {
    [names.deployment]: deployment.name,
    [names.probers]: proberList(probers),
    [names.loadBalancers]: JSON.stringify(deployment.loadBalancers.map(({ arn }) => arn)),
    [names.declared]: JSON.stringify(deployment.declared),
    [names.deadlineMs]: String(deployment.deadlineMs),
    [names.concurrency]: String(deployment.concurrency),
    [names.intervalSeconds]: String(deployment.intervalSeconds),
    [names.table]: tableName,
    [names.topic]: topic.topicArn,
    [names.eventBus]: eventBus?.eventBusName ?? 'default',
    [names.alarmPrefix]: alarmPrefix(deployment.name),
  };
  checkEnvironmentSize(environment, `${deployment.loadBalancers.length} load balancers and ${probers.length} probers`);
  return environment;
}
