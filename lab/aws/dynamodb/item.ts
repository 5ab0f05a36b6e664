import type { TreeObject } from '../codecs/tree.ts';

/** A value as it goes over the wire: one member, named by its type (`{ S: 'text' }`, `{ N: '1' }`, bytes as base64). */
export type AttributeValue = TreeObject;

/** A row: attribute names to values. */
export type Item = { readonly [name: string]: AttributeValue };
