import type { World } from '../../world/world.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';

/** The ARN of the table that a request names; what a refusal for want of permission names. */
export function tableArn(input: Input, { region, accountId }: World): string {
  return `arn:aws:dynamodb:${region}:${accountId}:table/${textOf(input, 'TableName') ?? ''}`;
}
