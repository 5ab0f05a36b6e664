import type { Item } from './item.ts';
import { itemSize } from './item-size.ts';

/** One page of a query: the rows read, and whether there may be more behind them. */
export type PageOfRows = { readonly rows: readonly Item[]; readonly more: boolean };

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html: pages of 1 MB. */
const MOST_BYTES = 1_048_576;

/**
 * Cuts the first page off: at most `limit` rows and 1 MB, before anything is filtered out. As in AWS a page that the limit
 * cut says that there may be more, though it was the last.
 */
export function pageOfRows(rows: readonly Item[], limit: number | null): PageOfRows {
  let bytes = 0;
  const page: Item[] = [];
  for (const row of rows) {
    bytes += itemSize(row);
    if (page.length === limit || (page.length > 0 && bytes > MOST_BYTES)) return { rows: page, more: true };
    page.push(row);
  }
  return { rows: page, more: page.length > 0 && page.length === limit };
}
