import type { Fact } from '../model/fact.ts';
import type { GroundLine } from './ground-line.ts';
import { lineOf } from './line-of.ts';
import type { Subscriptions } from './read-subscriptions.ts';
import { unknownLine } from './unknown-line.ts';

/** Whether somebody gets the messages of a topic (ARN). */
export function judgeSubscriptions(topicArn: string, subscriptions: Fact<Subscriptions>): GroundLine {
  const subject = topicArn;
  if (!subscriptions.known) return unknownLine('messages', subject, subscriptions);
  const { confirmed, pending } = subscriptions.value;
  const line = { part: 'messages', subject } as const;
  if (confirmed + pending === 0) {
    const says = 'Nobody is subscribed to it: alarms and findings reach no one.';
    const todo = 'Put addresses under options.emails and deploy, or subscribe to it.';
    return lineOf({ ...line, state: 'warning', says, todo });
  }
  const says = `${confirmed} subscribed`;
  if (pending === 0) return lineOf({ ...line, state: 'ok', says: `${says}.` });
  return lineOf({
    ...line,
    state: 'warning',
    says: `${says}, ${pending} not confirmed: who has not confirmed gets no message.`,
    todo: 'Follow the link in the message that AWS sent to each address; where it has run out, subscribe the address again.',
  });
}
