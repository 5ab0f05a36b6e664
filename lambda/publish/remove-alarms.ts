import { type CloudWatchClient, DeleteAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { describedAlarms } from './described-alarms.ts';

/** API Reference, DeleteAlarms, `AlarmNames`. */
const MOST_DELETED = 100;

/**
 * Deletes every alarm that was kept under the prefix, for when the deployment goes; gives how many. Throws for an empty prefix, and
 * what the SDK throws. Alarms that are written otherwise than kept ones, the stack's own among them, stay.
 */
export async function removeAlarms(client: Pick<CloudWatchClient, 'send'>, prefix: string): Promise<number> {
  const names = (await describedAlarms(client, prefix)).flatMap(({ AlarmName = '' }) =>
    /^[^/]+\/[^/]+\/(?:refused|silent|broken)$/.test(AlarmName.slice(prefix.length)) ? AlarmName : [],
  );
  for (let from = 0; from < names.length; from += MOST_DELETED) {
    await client.send(new DeleteAlarmsCommand({ AlarmNames: names.slice(from, from + MOST_DELETED) }));
  }
  return names.length;
}
