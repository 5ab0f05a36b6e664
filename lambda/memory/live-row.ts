import { tableKeys } from '../contract.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { numberIn } from './number-in.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';

/**
 * The row, or null where it has expired: DynamoDB may take days to sweep it.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ttl-expired-items.html
 */
export function liveRow({ now }: Table, row: Row | null): Row | null {
  return (numberIn(row, tableKeys.expiry) ?? 0) > epochSeconds(now()) ? row : null;
}
