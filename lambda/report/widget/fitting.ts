const encoder = new TextEncoder();

/** Those parts, in their order, that fit together into so many bytes of UTF-8, and how many do not. No part is cut. */
export function fitting(parts: readonly string[], most: number): { readonly kept: string; readonly left: number } {
  let bytes = 0;
  const kept = parts.filter((part) => {
    const more = encoder.encode(part).length;
    if (bytes + more > most) return false;
    bytes += more;
    return true;
  });
  return { kept: kept.join(''), left: parts.length - kept.length };
}
