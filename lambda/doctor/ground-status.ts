import type { GroundLine } from './ground-line.ts';

/** The exit status that lines come to: 2 where something is missing, 3 where something is not known, else 0. 2 beats 3. */
export function groundStatus(lines: readonly Pick<GroundLine, 'state'>[]): 0 | 2 | 3 {
  if (lines.some(({ state }) => state === 'missing')) return 2;
  return lines.some(({ state }) => state === 'unknown') ? 3 : 0;
}
