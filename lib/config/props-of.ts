import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { OriginDoctorProps } from '../origin-doctor-props.ts';
import { watch } from '../watch.ts';
import type { Config, ConfigDeployment } from './config-schema.ts';

/**
 * Props of one deployment: its own options go before those of all. `scope` is where a topic of yours is brought in. Throws as
 * `watch` does.
 */
export function propsOf(config: Config, deployment: ConfigDeployment, scope: Construct): OriginDoctorProps {
  const { vpcId, vpcCidrs, loadBalancers, watches } = deployment;
  const all = { ...config.options, ...deployment.options };
  const { intervalMinutes, emails, topicArn, deadlineMs, logRetentionDays, retainTable, declared, gate, ...options } =
    all;
  const arns = loadBalancers.map(({ arn }) => arn);
  const here = Object.entries(declared ?? {}).filter(([arn]) => arns.includes(arn));
  return {
    ...options,
    loadBalancers: loadBalancers.map(({ arn, subnets, securityGroups, dualStack }) => ({
      arn,
      vpcId,
      vpcCidrs,
      subnets: idsOf(subnets),
      securityGroups,
      dualStack,
    })),
    watches: watches?.map(({ name, from: { subnets, securityGroups, dualStack }, to }) =>
      watch({ name, from: { vpcId, vpcCidrs, subnets: idsOf(subnets), securityGroups, dualStack }, to }),
    ),
    watchedElsewhere: config.deployments
      .filter((one) => one !== deployment && one.region === deployment.region)
      .flatMap((one) => one.loadBalancers.map(({ arn }) => arn)),
    declared: Object.fromEntries(here),
    notifications: { emails, topic: topicOf(topicArn, scope) },
    interval: intervalMinutes === undefined ? undefined : Duration.minutes(intervalMinutes),
    gate: gateOf(gate),
    deadline: deadlineMs === undefined ? undefined : Duration.millis(deadlineMs),
    logRetention: logRetentionDays,
    tableRemovalPolicy: retainTable ? RemovalPolicy.RETAIN : undefined,
  };
}

function idsOf(subnets: readonly { readonly id: string }[]): readonly string[] {
  return subnets.map(({ id }) => id);
}

function gateOf(gate: NonNullable<Config['options']>['gate']): OriginDoctorProps['gate'] {
  if (gate === undefined || gate === false) return gate;
  const { timeoutSeconds, ...props } = gate;
  return { ...props, timeout: timeoutSeconds === undefined ? undefined : Duration.seconds(timeoutSeconds) };
}

function topicOf(arn: string | undefined, scope: Construct): ITopic | undefined {
  return arn === undefined ? undefined : Topic.fromTopicArn(scope, 'GivenTopic', arn);
}
