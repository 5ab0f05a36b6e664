import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { tableKeys } from '../contract.ts';
import type { RowKey } from './row.ts';

/** A row's key as attributes. */
export function keyAttributes({ partition, sort }: RowKey): Record<string, AttributeValue> {
  return { [tableKeys.partition]: { S: partition }, [tableKeys.sort]: { S: sort } };
}
