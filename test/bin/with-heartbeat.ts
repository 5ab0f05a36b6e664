import { CloudWatchClient, PutMetricAlarmCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import type { AwsEndpoint } from '../../lab/aws/aws-endpoint.ts';
import { heartbeatAlarm } from '../../lambda/contract.ts';

/** How a deployment's heartbeat is: whether it beats, whether its alarm is there, was looked at, and tells. */
export type Beating = {
  readonly beats?: boolean;
  readonly alarm?: boolean;
  readonly looked?: boolean;
  readonly tells?: boolean;
};

/** Gives an endpoint's CloudWatch the heartbeat of a deployment and the alarm on it, as its stack has it. */
export async function withHeartbeat(
  { url, cloudWatch }: Pick<AwsEndpoint, 'url' | 'cloudWatch'>,
  deployment: string,
  { beats = true, alarm = true, looked = true, tells = true }: Beating = {},
): Promise<void> {
  const credentials = { accessKeyId: 'somebody', secretAccessKey: 'lab' };
  const client = new CloudWatchClient({ endpoint: url, region: 'eu-west-1', credentials });
  const metric = { MetricName: 'Heartbeat', Dimensions: [{ Name: 'Deployment', Value: deployment }] };
  const Namespace = 'OriginDoctor';
  // Of a minute that is over: alarms do not look at the one that is not.
  const Timestamp = new Date(Date.now() - 90_000);
  const MetricData = [{ ...metric, Value: 1, Timestamp }];
  if (beats) await client.send(new PutMetricDataCommand({ Namespace, MetricData }));
  if (alarm) {
    await client.send(
      new PutMetricAlarmCommand({
        ...{ ...metric, Namespace, AlarmName: `${deployment}/${heartbeatAlarm}`, Statistic: 'SampleCount', Period: 60 },
        ...{ EvaluationPeriods: 3, Threshold: 1, ComparisonOperator: 'LessThanThreshold' },
        ...{ TreatMissingData: 'breaching', ActionsEnabled: tells },
      }),
    );
  }
  client.destroy();
  if (looked) cloudWatch.evaluateAlarms();
}
