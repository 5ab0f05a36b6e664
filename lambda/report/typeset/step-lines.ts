import type { Step } from '../page/page.ts';
import type { Sheet } from '../sheet.ts';

/** Where the words of a step begin. */
const WHAT = 9;
const WHY = 11;

/** The stations of a way, one below the other, each with its mark in a column of its own; an arrow points at what stops it. */
export function stepLines(steps: readonly Step[], on: Sheet): readonly string[] {
  return steps.flatMap(({ mark, what, place, why }) => {
    const [first = '', ...rest] = on.wrapped(`${what}: ${place}`, WHAT);
    const tone = TONES[mark];
    const arrow = mark === 'STOP' ? '>>' : '  ';
    const sign = `${arrow} ${mark}${' '.repeat(WHAT - 3 - mark.length)}`;
    return [`${on.paint(sign, tone)}${first.trimStart()}`, ...rest, ...on.wrapped(why, WHY)];
  });
}

const TONES = { ok: 'good', STOP: 'bad', '?': 'unsure' } as const;
