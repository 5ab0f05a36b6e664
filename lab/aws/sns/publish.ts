import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';

/** SNS API Reference, Publish: "at most 256 KB in size (262,144 bytes, not 262,144 characters)". */
const MOST_BYTES = 262_144;

/** `Publish` to a topic. Every topic of the world's account and Region is there; no other is. */
export const publish: Operation = {
  action: 'sns:Publish',
  resource: (input) => topicOf(input),
  run: (input, { world, sources }) => {
    const topicArn = topicOf(input);
    const message = messageOf(input);
    const subject = subjectOf(input);
    if (!topicArn.startsWith(`arn:aws:sns:${world.region}:${world.accountId}:`)) {
      throw new AwsError('NotFound', 'Topic does not exist', { status: 404, exception: 'NotFoundException' });
    }
    sources.received?.({ kind: 'notification', topicArn, subject, message });
    return { MessageId: randomUUID() };
  },
};

function topicOf(input: Input): string {
  const topic = textOf(input, 'TopicArn') ?? textOf(input, 'TargetArn') ?? '';
  if (/^arn:aws:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}(\.fifo)?$/.test(topic)) return topic;
  throw invalid('TopicArn');
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
