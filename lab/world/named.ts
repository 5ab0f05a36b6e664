/** Makes ids as AWS writes them (`sg-0f3a…`, 17 hex digits), the same for the same seed, prefix and name. */
export function named(seed: number, prefix: string, name: string): string {
  return `${prefix}-0${hexOf(`${seed}/${prefix}/${name}`).slice(0, 16)}`;
}

/** 32 hex digits out of a text: FNV-1a, four times over with different salts. Not for secrets. */
export function hexOf(text: string): string {
  return [0, 1, 2, 3].map((salt) => fnv1a(`${salt}${text}`).toString(16).padStart(8, '0')).join('');
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // One more round spreads the last characters over all bits.
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
}
