/** Texts beyond this many characters are not searched: each step parses half of one. */
const LONGEST_SEARCHED = 16_000_000;

/**
 * The offset of the first character that cannot stand where it stands, its length for a text that only stops too soon, and
 * null where it is not told. `error` is what `JSON.parse` threw for this text: V8 tells the offset in most of its
 * messages, and not for an unexpected token, which is found by halving: the longest beginning that could still go on.
 */
export function jsonFaultAt(text: string, error: unknown): number | null {
  const told = offsetIn(error, text.length);
  if (told !== null || text.length > LONGEST_SEARCHED) return told;
  let [sound, broken] = [0, text.length];
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2);
    if (couldGoOn(text.slice(0, middle))) sound = middle;
    else broken = middle;
  }
  return sound;
}

function offsetIn(error: unknown, length: number): number | null {
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('Unexpected end')) return length;
  const offset = / at position (\d+)/.exec(message)?.[1];
  return offset === undefined ? null : Number(offset);
}

function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    return offsetIn(error, beginning.length) === beginning.length;
  }
}
