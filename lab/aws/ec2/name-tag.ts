import type { TreeObject } from '../codecs/tree.ts';

/** The `tagSet` of a thing whose name is its `Name` tag; empty where it has none. */
export function nameTag(name: string | null): readonly TreeObject[] {
  return name === null ? [] : [{ key: 'Name', value: name }];
}
