import type { Tree } from '../codecs/tree.ts';

/** Every text that stands at a place (`ipPermissions.ipRanges.cidrIp`) of a tree; lists are walked through. */
export function valuesAt(tree: Tree, place: string): readonly string[] {
  return place
    .split('.')
    .reduce<readonly Tree[]>((parts, name) => parts.flatMap((part) => childrenOf(part, name)), [tree])
    .map(String);
}

function childrenOf(tree: Tree, name: string): readonly Tree[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const child: Tree = (tree as { readonly [name: string]: Tree })[name];
  if (child === null || child === undefined) return [];
  return Array.isArray(child) ? child : [child as Tree];
}
