import type { Input } from '../codecs/input.ts';
import { listOf } from '../codecs/list-of.ts';
import { textOf } from '../codecs/text-of.ts';

/** The dimensions of a metric, by name; a value that is missing (possible in a search only) is undefined. */
export function dimensionsOf(input: Input): readonly { readonly name: string; readonly value: string | undefined }[] {
  return listOf(input, 'Dimensions')
    .map((dimension) => ({ name: textOf(dimension, 'Name') ?? '', value: textOf(dimension, 'Value') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
