import { createHash } from 'node:crypto';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import * as z from 'zod';
import { settleAttributes, settleProperties } from '../contract.ts';
import { openTable } from '../memory/open-table.ts';
import { writeSettings } from '../memory/write-settings.ts';
import type { Answer } from './answer-cloud-formation.ts';
import { deleteAlarms } from './delete-alarms.ts';
import { readWatched } from './read-watched.ts';
import type { SettleEvent } from './settle-event.ts';

/**
 * Does what CloudFormation asks. Settings are checked before they are written, so that a deployment fails rather than the
 * monitor. The resource is called as its alarms begin, so that CloudFormation has those under another beginning deleted.
 * Throws an error that says what is wrong.
 */
export async function settleRequest({
  kind,
  properties,
  physicalId,
}: SettleEvent): Promise<Extract<Answer, { physicalId: string }>> {
  const alarmPrefix = read(properties, settleProperties.alarmPrefix);
  if (kind === 'Delete') {
    // Where no alarms were wanted the resource is called otherwise, and that must not keep it from going.
    const deleted = alarmPrefix.endsWith('/_kept/') ? await deleteAlarms(new CloudWatchClient(), alarmPrefix) : 0;
    console.log(JSON.stringify({ message: 'deleted alarms', alarmPrefix, deleted }));
    return { physicalId: physicalId ?? alarmPrefix, attributes: {} };
  }
  const table = read(properties, settleProperties.table);
  const watched = readWatched(read(properties, settleProperties.settings));
  const settings = JSON.stringify(watched);
  const version = createHash('sha256').update(settings).digest('hex').slice(0, 16);
  await writeSettings(openTable(table), { version, settings });
  const { probers, loadBalancers } = watched;
  const counts = { probers: probers.length, loadBalancers: loadBalancers.length };
  console.log(JSON.stringify({ message: 'wrote settings', table, version, ...counts }));
  return { physicalId: alarmPrefix, attributes: { [settleAttributes.version]: version } };
}

/** CloudFormation makes texts of numbers and booleans, also deep in lists, which is why all properties are texts from the start. */
function read(properties: unknown, name: string): string {
  const result = z.object({ [name]: z.string().min(1) }).safeParse(properties);
  if (result.success) return result.data[name] ?? '';
  throw new Error(`ResourceProperties.${name}: ${result.error.issues.map(({ message }) => message).join('; ')}`);
}
