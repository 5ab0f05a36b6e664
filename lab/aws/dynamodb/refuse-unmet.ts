import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Condition } from './condition.ts';
import { holds } from './holds.ts';
import type { Item } from './item.ts';

/** Refuses a write whose condition does not hold of the row as it is, which goes along where the request asks for it. */
export function refuseUnmet(condition: Condition | null, row: Item | undefined, input: Input): void {
  if (condition === null || holds(condition, row ?? {})) return;
  const wanted = textOf(input, 'ReturnValuesOnConditionCheckFailure') === 'ALL_OLD';
  throw new AwsError('ConditionalCheckFailedException', 'The conditional request failed', {
    members: wanted && row !== undefined ? { Item: row } : {},
  });
}
