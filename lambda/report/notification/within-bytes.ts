const encoder = new TextEncoder();

/**
 * As many of the parts, from the first, as fit into so many bytes of UTF-8 together with what `rest` says of the number of
 * those left out. The first part alone is cut, where even that is too long; nothing is left out without a word.
 */
export function withinBytes(parts: readonly string[], most: number, rest: (left: number) => string): string {
  let bytes = 0;
  const upTo = parts.map((part) => {
    bytes += encoder.encode(part).length;
    return bytes;
  });
  const restOf = (shown: number) => (shown === parts.length ? '' : rest(parts.length - shown));
  const shown = upTo.findLastIndex((sum, index) => sum + encoder.encode(restOf(index + 1)).length <= most) + 1;
  if (shown > 0 || parts.length === 0) return parts.slice(0, shown).join('') + restOf(shown);
  const note = `\n[cut here: too long for one message]\n${restOf(1)}`;
  return cut(parts[0] ?? '', most - encoder.encode(note).length) + note;
}

/** A character that is cut in two is left out. */
function cut(text: string, most: number): string {
  const bytes = encoder.encode(text).slice(0, most);
  return new TextDecoder().decode(bytes, { stream: true });
}
