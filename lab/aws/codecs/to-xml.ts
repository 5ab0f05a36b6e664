import type { Tree, TreeMap, TreeObject } from './tree.ts';

/** Writes a tree as one element. Lists wrap each entry in `item` (EC2 says `item`, the other query services `member`). */
export function toXml(name: string, tree: Tree, item: string): string {
  if (tree === null || tree === undefined) return '';
  return `<${name}>${content(tree, item)}</${name}>`;
}

function content(tree: NonNullable<Tree>, item: string): string {
  if (isList(tree)) return tree.map((entry) => toXml(item, entry, item)).join('');
  if (typeof tree !== 'object') return escaped(String(tree));
  if (isMap(tree)) return [...tree].map(([key, value]) => toXml('entry', { key, value }, item)).join('');
  return Object.entries(tree)
    .map(([name, part]) => toXml(name, part, item))
    .join('');
}

/** `Array.isArray` does not narrow readonly arrays. */
function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree);
}

/** `instanceof` does not tell a structure from a readonly map. */
function isMap(tree: TreeMap | TreeObject): tree is TreeMap {
  return tree instanceof Map;
}

/** XML 1.0 has no way to write most control characters, and reads a bare carriage return as a line feed. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#xD;')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
