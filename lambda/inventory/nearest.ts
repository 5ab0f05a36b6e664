import { distance } from 'fastest-levenshtein';

const MOST = 5;

/** The words most like a wrong one, the likest first, at most five. */
export function nearest(wrong: string, words: readonly string[]): readonly string[] {
  const measured = words.map((word) => ({ word, far: distance(wrong, word) }));
  return measured
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ word }) => word);
}
