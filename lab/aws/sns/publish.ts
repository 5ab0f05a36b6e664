import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import { refuseUnknownTopic } from './refuse-unknown-topic.ts';
import { topicArnIn } from './topic-arn-in.ts';

/** SNS API Reference, Publish: "at most 256 KB in size (262,144 bytes, not 262,144 characters)". */
const MOST_BYTES = 262_144;

/** `Publish` to a topic. */
export const publish: Operation = {
  action: 'sns:Publish',
  resource: (input) => topicOf(input),
  run: (input, { world, sources }) => {
    const topicArn = topicOf(input);
    const message = messageOf(input);
    const subject = subjectOf(input);
    refuseUnknownTopic(topicArn, world);
    sources.received?.({ kind: 'notification', topicArn, subject, message });
    return { MessageId: randomUUID() };
  },
};

function topicOf(input: Input): string {
  return topicArnIn(textOf(input, 'TopicArn') ?? textOf(input, 'TargetArn') ?? '');
}

function messageOf(input: Input): string {
  const message = textOf(input, 'Message') ?? '';
  if (message === '') throw new AwsError('InvalidParameter', 'Invalid parameter: Empty message');
  if (Buffer.byteLength(message) > MOST_BYTES) {
    throw new AwsError('InvalidParameter', 'Invalid parameter: Message too long');
  }
  return message;
}

/** Publish, `Subject`: ASCII, no line breaks or control characters, at most 100 characters. */
function subjectOf(input: Input): string | null {
  const subject = textOf(input, 'Subject');
  if (subject === undefined) return null;
  if (/^[\x21-\x7e][\x20-\x7e]{0,99}$/.test(subject)) return subject;
  throw invalid('Subject');
}

function invalid(parameter: string): AwsError {
  return new AwsError('InvalidParameter', `Invalid parameter: ${parameter}`);
}
