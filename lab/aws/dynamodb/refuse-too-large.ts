import type { Item } from './item.ts';
import { itemSize } from './item-size.ts';
import { validationError } from './validation-error.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html: "maximum item size is 400 KB". */
const MOST_BYTES = 409_600;

/** Refuses a row above 400 KB, in the words of `PutItem` or of `UpdateItem`. */
export function refuseTooLarge(item: Item, written: 'put' | 'update'): void {
  if (itemSize(item) <= MOST_BYTES) return;
  throw validationError(`Item size ${written === 'put' ? '' : 'to update '}has exceeded the maximum allowed size`);
}
