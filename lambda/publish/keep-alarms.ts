import { setTimeout as sleep } from 'node:timers/promises';
import { type CloudWatchClient, DeleteAlarmsCommand, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import type { Report } from '../model/report.ts';
import { type KeptAlarmSettings, keptAlarmsOf } from '../report/metrics/kept-alarms-of.ts';
import { staleAlarms } from '../report/metrics/stale-alarms.ts';
import { alarmInput } from './alarm-input.ts';
import { describedAlarms } from './described-alarms.ts';
import { sameAlarm } from './same-alarm.ts';

/** `watched` are the names of the load balancers that are deployed for; null: all there are. */
export type KeepAlarms = KeptAlarmSettings & { readonly watched: readonly string[] | null };

/** What came of it: alarms put and deleted, those left for the next run, and why calls failed. */
export type AlarmsKept = {
  readonly put: number;
  readonly deleted: number;
  readonly left: number;
  readonly errors: readonly string[];
};

/** `PutMetricAlarm` may be called three times a second (CloudWatch User Guide, service quotas); one in reserve for others. */
const PAUSE_MS = 500;
/** Ten seconds of a run that has a minute; the alarms of a hundred new target groups are there after fifteen of them. */
const MOST_PUTS = 20;
/** API Reference, DeleteAlarms, `AlarmNames`. */
const MOST_DELETED = 100;

/**
 * Makes the alarms under the prefix those of the target groups there are: puts what differs, deletes what belongs to groups that
 * are gone, and touches nothing else. A group that could not be read is not gone. Safe to call again at any time.
 * Throws for an empty prefix; whatever AWS refuses is in `errors`.
 */
export async function keepAlarms(
  client: Pick<CloudWatchClient, 'send'>,
  report: Report,
  { watched, ...settings }: KeepAlarms,
  pauseMs = PAUSE_MS,
): Promise<AlarmsKept> {
  const { prefix } = settings;
  if (prefix === '') throw new Error('alarms need a prefix that only this deployment has; it is empty');
  const errors: string[] = [];
  const attempt = async (what: string, call: Promise<unknown>): Promise<boolean> => {
    try {
      await call;
      return true;
    } catch (error) {
      errors.push(`${what} failed: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
      return false;
    }
  };

  let there: Awaited<ReturnType<typeof describedAlarms>> = [];
  const reading = describedAlarms(client, prefix).then((alarms) => {
    there = alarms;
  });
  if (!(await attempt('reading alarms', reading))) return { put: 0, deleted: 0, left: 0, errors };

  const byName = new Map(there.map((alarm) => [alarm.AlarmName, alarm]));
  const differing = keptAlarmsOf(report, settings)
    .map(alarmInput)
    .filter((wanted) => !sameAlarm(wanted, byName.get(wanted.AlarmName) ?? {}));
  let put = 0;
  for (const [index, input] of differing.slice(0, MOST_PUTS).entries()) {
    if (index > 0) await sleep(pauseMs);
    if (await attempt(`putting alarm ${input.AlarmName}`, client.send(new PutMetricAlarmCommand(input)))) put += 1;
  }

  const names = there.flatMap(({ AlarmName }) => AlarmName ?? []);
  const stale = staleAlarms(names, report, { prefix, watched });
  const batch = stale.slice(0, MOST_DELETED);
  const gone =
    batch.length > 0 &&
    (await attempt('deleting alarms', client.send(new DeleteAlarmsCommand({ AlarmNames: [...batch] }))));
  const deleted = gone ? batch.length : 0;
  return { put, deleted, left: differing.length - put + (stale.length - deleted), errors };
}
