import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { pageOf } from '../codecs/page-of.ts';
import { textOf } from '../codecs/text-of.ts';
import type { TreeObject } from '../codecs/tree.ts';

/** PageSize is 1 to 400, and 400 without it: Elastic Load Balancing API Reference 2015-12-01, every paged Describe. */
const MOST = 400;

/** One page of an operation's result, under `resultSet`, with `NextMarker` where more follows. */
export function pageAnswer(operation: string, resultSet: string, all: readonly TreeObject[], input: Input): TreeObject {
  const marker = textOf(input, 'Marker');
  const page = pageOf(all, operation, pageSize(input), marker);
  if (page === null) throw new AwsError('ValidationError', `Invalid marker: '${marker}'`);
  return { [resultSet]: page.items, NextMarker: page.next };
}

function pageSize(input: Input): number {
  const text = textOf(input, 'PageSize');
  if (text === undefined) return MOST;
  const size = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (size >= 1 && size <= MOST) return size;
  const bound = size > MOST ? `less than or equal to ${MOST}` : 'greater than or equal to 1';
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${text}' at 'pageSize' failed to satisfy constraint: Member must have value ${bound}`,
  );
}
