import { Alarm, ComparisonOperator, type IAlarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { documentation, heartbeatAlarm, metrics, symptomPages } from '../lambda/contract.ts';
import type { Deployment } from './deployment.ts';
import { metricOf } from './metric-of.ts';
import { stateAlarms } from './state-alarms.ts';

/** The heartbeat's alarm first, then one for each load balancer and each watch; none where the deployment has none. */
export function alarms(parent: Construct, deployment: Deployment, topic: ITopic): readonly IAlarm[] {
  const { alarms: thresholds, loadBalancers, watches } = deployment;
  if (thresholds === null) return [];
  const scope = new Construct(parent, 'Alarms');
  const action = new SnsAction(topic);
  const heartbeat = new Alarm(scope, heartbeatAlarm, {
    alarmName: `${deployment.name}/${heartbeatAlarm}`,
    alarmDescription: `Origin Doctor ${deployment.name} does not check any more, so nothing is known of what it watches. ${documentation}/${symptomPages.heartbeat}`,
    metric: metricOf(metrics.heartbeat, deployment),
    threshold: 1,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
    // Lambda's log, through which metrics come, may be late by one
    // (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Alarms.html).
    evaluationPeriods: Math.max(3, thresholds.evaluationPeriods),
    datapointsToAlarm: Math.max(3, thresholds.evaluationPeriods),
  });
  heartbeat.addAlarmAction(action);
  heartbeat.addOkAction(action);
  const common = { deployment, thresholds, action };
  const ofLoadBalancers = loadBalancers.map(({ id, name }) =>
    stateAlarms(new Construct(scope, id), { ...common, name, kind: 'loadBalancer' }),
  );
  const ofWatches = watches.map(({ name }) =>
    stateAlarms(new Construct(scope, name), { ...common, name, kind: 'watch' }),
  );
  return [heartbeat, ...ofLoadBalancers, ...ofWatches];
}
