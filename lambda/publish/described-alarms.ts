import { type CloudWatchClient, DescribeAlarmsCommand, type MetricAlarm } from '@aws-sdk/client-cloudwatch';

/** A region has 5,000 alarms by default; only an endpoint that never ends has more pages of 100. */
const MOST_PAGES = 200;

/**
 * The metric alarms whose names begin with the prefix. Throws what the SDK throws, for an empty prefix (which would be all alarms of
 * the account), and for answers that never end.
 */
export async function describedAlarms(
  client: Pick<CloudWatchClient, 'send'>,
  prefix: string,
): Promise<readonly MetricAlarm[]> {
  if (prefix === '')
    throw new Error('the prefix of alarm names is empty; it must be one that only this deployment has');
  const alarms: MetricAlarm[] = [];
  let NextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await client.send(
      new DescribeAlarmsCommand({ AlarmNamePrefix: prefix, AlarmTypes: ['MetricAlarm'], MaxRecords: 100, NextToken }),
    );
    alarms.push(...(answer.MetricAlarms ?? []).filter(({ AlarmName }) => AlarmName?.startsWith(prefix)));
    NextToken = answer.NextToken;
    if (NextToken === undefined || NextToken === '') return alarms;
  }
  throw new Error(`more than ${MOST_PAGES} pages of alarms begin with ${prefix}`);
}
