import { Alarm, ComparisonOperator, type IAlarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { documentation, metrics } from '../lambda/contract.ts';
import type { Deployment } from './deployment.ts';
import { loadBalancerAlarms } from './load-balancer-alarms.ts';
import { metricOf } from './metric-of.ts';

/** The heartbeat's alarm first, then one for each load balancer; none where the deployment has none. */
export function alarms(parent: Construct, deployment: Deployment, topic: ITopic): readonly IAlarm[] {
  const { alarms: thresholds, loadBalancers } = deployment;
  if (thresholds === null) return [];
  const scope = new Construct(parent, 'Alarms');
  const action = new SnsAction(topic);
  const heartbeat = new Alarm(scope, 'Heartbeat', {
    alarmName: `${deployment.name}/heartbeat`,
    alarmDescription: `Origin Doctor ${deployment.name} does not check any more, so nothing is known of its load balancers. ${documentation}/deploying.md`,
    metric: metricOf(metrics.heartbeat, deployment),
    threshold: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
    // Lambda's log, through which metrics come, may be late by one (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Alarms.html).
    evaluationPeriods: Math.max(3, thresholds.evaluationPeriods),
    datapointsToAlarm: Math.max(3, thresholds.evaluationPeriods),
  });
  heartbeat.addAlarmAction(action);
  heartbeat.addOkAction(action);
  const others = loadBalancers.map(({ id, name }) =>
    loadBalancerAlarms(new Construct(scope, id), { deployment, loadBalancer: name, thresholds, action }),
  );
  return [heartbeat, ...others];
}
