import { AwsError } from '../aws-error.ts';
import type { Noun } from './noun.ts';

/** The item with this id; throws what AWS says of a noun's id that does not exist. */
export function subjectOf<T extends { readonly id: string }>(
  items: readonly T[],
  wanted: string,
  { id }: Pick<Noun, 'id'>,
): T {
  const item = items.find((one) => one.id === wanted);
  if (item !== undefined) return item;
  throw new AwsError(id?.notFound ?? 'InvalidParameterValue', id?.wording(wanted) ?? `'${wanted}' does not exist`);
}
