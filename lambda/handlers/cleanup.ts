import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { type CleanupEvent, cleanupEvent } from './cleanup-event.ts';
import { deleteAlarms } from './delete-alarms.ts';

/**
 * The cleanup function, behind a custom resource: does nothing until the resource goes, and then deletes the alarms that
 * begin with its prefix. What became of it is told to CloudFormation, a failure too, since it would wait for an hour
 * otherwise. Throws where the event cannot be read or the answer cannot be given.
 */
export const handler = async (event: unknown): Promise<void> => {
  const request = cleanupEvent(event);
  const reason = await failureOf(request);
  await answer(request, reason);
};

/** Null where it went well. */
async function failureOf({ kind, alarmPrefix }: CleanupEvent): Promise<string | null> {
  if (kind !== 'Delete') return null;
  try {
    const deleted = await deleteAlarms(new CloudWatchClient(), alarmPrefix);
    console.log(JSON.stringify({ message: 'deleted alarms', alarmPrefix, deleted }));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html */
async function answer({ responseUrl, alarmPrefix, echo }: CleanupEvent, reason: string | null): Promise<void> {
  const Status = reason === null ? 'SUCCESS' : 'FAILED';
  const response = await fetch(responseUrl, {
    method: 'PUT',
    // The URL was signed for a body without a type.
    headers: { 'content-type': '' },
    body: JSON.stringify({ ...echo, Status, Reason: reason ?? 'done', PhysicalResourceId: alarmPrefix }),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  if (!response.ok)
    throw new Error(`CloudFormation did not take the answer: ${response.status} ${response.statusText}`);
}

const ANSWER_MS = 10_000;
