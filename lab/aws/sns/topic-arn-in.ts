import { AwsError } from '../aws-error.ts';

/** The ARN of a topic, checked for its form. */
export function topicArnIn(text: string): string {
  if (/^arn:aws:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}(\.fifo)?$/.test(text)) return text;
  throw new AwsError('InvalidParameter', 'Invalid parameter: TopicArn');
}
