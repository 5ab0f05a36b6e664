import { DescribeAlarmsCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { dimensions, heartbeatAlarm, metricNamespace, metrics } from '../contract.ts';
import { required } from '../inventory/required.ts';
import type { Fact } from '../model/fact.ts';
import { asked } from './asked.ts';
import type { DoctorClients } from './doctor-clients.ts';

/** The alarm on a deployment's heartbeat. `since` is ISO 8601, or null where CloudWatch does not say. */
export type HeartbeatAlarm = {
  readonly name: string;
  /** `OK`, `ALARM`, `INSUFFICIENT_DATA`. */
  readonly state: string;
  readonly since: string | null;
  /** Whether its actions are carried out. */
  readonly tells: boolean;
};

/** What is known of a deployment's heartbeat: its alarm, null where it has none, and whether it beat in the last three hours. */
export type Heartbeat = { readonly alarm: Fact<HeartbeatAlarm | null>; readonly beats: Fact<boolean> };

/** What CloudWatch says of it. Throws `CannotCheck` where the credentials do not hold. */
export async function readHeartbeat(
  { cloudWatch }: Pick<DoctorClients, 'cloudWatch'>,
  deployment: string,
): Promise<Heartbeat> {
  const name = `${deployment}/${heartbeatAlarm}`;
  const [alarm, beats] = await Promise.all([
    asked('cloudwatch:DescribeAlarms', async () => {
      const question = new DescribeAlarmsCommand({ AlarmNames: [name], AlarmTypes: ['MetricAlarm'] });
      const [found] = (await cloudWatch.send(question)).MetricAlarms ?? [];
      if (found === undefined) return null;
      return {
        name,
        state: required(found.StateValue, 'StateValue'),
        since: found.StateUpdatedTimestamp?.toISOString() ?? null,
        tells: found.ActionsEnabled ?? true,
      };
    }),
    asked('cloudwatch:ListMetrics', async () => {
      const { Metrics = [] } = await cloudWatch.send(
        new ListMetricsCommand({
          Namespace: metricNamespace,
          MetricName: metrics.heartbeat.name,
          Dimensions: [{ Name: dimensions.deployment, Value: deployment }],
          // The one value that it takes (API Reference, ListMetrics).
          RecentlyActive: 'PT3H',
        }),
      );
      return Metrics.length > 0;
    }),
  ]);
  return { alarm, beats };
}
