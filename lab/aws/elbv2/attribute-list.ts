import type { Attributes } from '../../../lambda/model/inventory.ts';
import type { TreeObject } from '../codecs/tree.ts';

/** Attributes as the API lists them. */
export function attributeList(attributes: Attributes): readonly TreeObject[] {
  return Object.entries(attributes).map(([key, value]) => ({ Key: key, Value: value }));
}
