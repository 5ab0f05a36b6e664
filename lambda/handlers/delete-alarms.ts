import { type CloudWatchClient, DeleteAlarmsCommand, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';

/** A `CloudWatchClient`, or what answers like one. */
export type AlarmsClient = Pick<CloudWatchClient, 'send'>;

/**
 * Deletes every metric alarm whose name begins with `prefix`, in hundreds, and answers how many these were. Throws, with
 * nothing deleted, where the prefix is empty or has no end of its own, since it would be that of other alarms too; and
 * where alarms do not come to an end.
 */
export async function deleteAlarms(client: AlarmsClient, prefix: string): Promise<number> {
  if (!OWNED.test(prefix)) {
    throw new Error(`the prefix of alarms to delete is ${JSON.stringify(prefix)}; allowed is DEPLOYMENT/_kept/`);
  }
  let deleted = 0;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const names = await namesOf(client, prefix);
    if (names.length === 0) return deleted;
    await client.send(new DeleteAlarmsCommand({ AlarmNames: names }));
    deleted += names.length;
  }
  throw new Error(`${deleted} alarms that begin with ${prefix} were deleted, and there are still more`);
}

const OWNED = /^[A-Za-z0-9-]+\/_kept\/$/;

/** Most that one call deletes or lists: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html */
const BATCH = 100;

/** 5,000 alarms: far more than there are target groups in a VPC. */
const MAX_ROUNDS = 50;

/** What was deleted is listed no more, so the first page is always the next one. */
async function namesOf(client: AlarmsClient, prefix: string): Promise<string[]> {
  const command = new DescribeAlarmsCommand({
    AlarmNamePrefix: prefix,
    AlarmTypes: ['MetricAlarm'],
    MaxRecords: BATCH,
  });
  const { MetricAlarms = [] } = await client.send(command);
  return MetricAlarms.flatMap(({ AlarmName }) => (AlarmName?.startsWith(prefix) ? [AlarmName] : []));
}
