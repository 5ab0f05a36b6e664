/** Texts in one order, each once: events that say the same in another order are read alike. */
export function sortedUnique(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort();
}
