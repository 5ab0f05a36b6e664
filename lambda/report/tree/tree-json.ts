import type { Tree } from './tree.ts';

/** The tree as JSON, keys in the order in which they are read. Ends with a newline. */
export function treeJson(tree: Tree): string {
  return `${JSON.stringify(tree, null, 2)}\n`;
}
