/** The one of `words` that `word` is most probably a slip of; undefined where none is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const most = Math.max(2, Math.floor(word.length / 3));
  const near = words.map((one) => ({ one, slips: slipsBetween(word.toLowerCase(), one.toLowerCase()) }));
  return near.filter(({ slips }) => slips <= most).toSorted((a, b) => a.slips - b.slips)[0]?.one;
}

/** How many letters must be added, left out or changed (Levenshtein). */
function slipsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [place, other] of [...to].entries()) {
      const changed = (row[place] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
