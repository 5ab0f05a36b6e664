import { AwsError } from '../aws-error.ts';

/** What AWS answers when something asked for is not there. */
export type Absence = { readonly code: string; readonly message: string };

/** The items with these keys, in the items' order. Throws where one of the keys is nowhere. */
export function chosenBy<T>(
  items: readonly T[],
  keys: readonly string[],
  keyOf: (item: T) => string,
  absence: Absence,
): readonly T[] {
  const present = new Set(items.map(keyOf));
  if (keys.some((key) => !present.has(key))) {
    throw new AwsError(absence.code, absence.message, { exception: `${absence.code}Exception` });
  }
  return items.filter((item) => keys.includes(keyOf(item)));
}
