import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { changedEvent as names } from '../contract.ts';
import { changedEvent } from '../report/notification/changed-event.ts';
import type { Told } from '../report/notification/notification.ts';
import { topicMessage } from '../report/notification/topic-message.ts';

/** Where changes are told. `eventBus` is a name or ARN; a channel that is null is not wanted. */
export type Channels = {
  readonly events: Pick<EventBridgeClient, 'send'>;
  readonly sns: Pick<SNSClient, 'send'>;
  readonly eventBus: string | null;
  readonly topic: string | null;
};

/**
 * What came of telling. `lost`: nobody was told, and it is to be told again: the topic failed or, where there is none, the bus. Where
 * only the bus failed people know already, and are not told each minute again. `errors`: for each channel that failed, why.
 */
export type Published = { readonly lost: boolean; readonly errors: readonly string[] };

/**
 * Tells of changes: one event and one message for all changes of a check, nothing where there are none. Never rejects: a
 * channel that fails is told in `errors` (naming channel and reason) and does not hold up the other. `id` is one per check.
 */
export async function publishChanges(told: Told, id: string, channels: Channels): Promise<Published> {
  const { eventBus, topic } = channels;
  if (told.changes.length === 0) return { lost: false, errors: [] };
  const [ofBus, ofTopic] = await Promise.all([
    eventBus === null ? null : tried(`event to bus ${eventBus}`, putEvent(told, channels.events, eventBus)),
    topic === null ? null : tried(`message to topic ${topic}`, sendMessage(told, id, channels.sns, topic)),
  ]);
  const lost = (topic === null ? ofBus : ofTopic) !== null;
  return { lost, errors: [ofBus, ofTopic].flatMap((error) => error ?? []) };
}

async function tried(what: string, attempt: Promise<void>): Promise<string | null> {
  try {
    await attempt;
    return null;
  } catch (error) {
    return `${what} failed: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
  }
}

/** A call that is answered well may still hold an entry that was refused (API Reference, PutEvents, `FailedEntryCount`). */
async function putEvent({ changes, report, deployment }: Told, events: Channels['events'], eventBus: string) {
  const resources = report.loadBalancers.filter(({ name }) => changes.some((one) => one.loadBalancer === name));
  const entry = {
    EventBusName: eventBus,
    Source: names.source,
    DetailType: names.detailType,
    Time: new Date(report.checkedAt),
    Resources: resources.map(({ arn }) => arn),
    Detail: JSON.stringify(changedEvent(changes, report, deployment)),
  };
  const { Entries = [] } = await events.send(new PutEventsCommand({ Entries: [entry] }));
  const [refused] = Entries.filter(({ ErrorCode }) => ErrorCode !== undefined);
  if (refused !== undefined) throw new Error(`the entry was refused: ${refused.ErrorCode}: ${refused.ErrorMessage}`);
}

async function sendMessage(told: Told, id: string, sns: Channels['sns'], TopicArn: string): Promise<void> {
  const { subject: Subject, message: Message } = topicMessage(told, id);
  await sns.send(new PublishCommand({ TopicArn, Subject, Message, MessageStructure: 'json' }));
}
