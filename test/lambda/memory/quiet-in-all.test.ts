import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WindowState } from '../../../lambda/memory/window-state.ts';
import { withClose } from '../../../lambda/memory/with-close.ts';
import { withEvent } from '../../../lambda/memory/with-event.ts';
import type { Picture } from '../../../lambda/model/window.ts';
import { followed } from '../../../lambda/triggers/followed.ts';

const HOURS = 12;
const minute = (number: number) => new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString();

/** The minutes of half a day in which the window is open after a check, with events at these minutes. */
function quietMinutes(events: ReadonlySet<number>, stateAt: (minute: number) => string): readonly number[] {
  const quiet: number[] = [];
  let state: WindowState | null = null;
  let pictures: readonly Picture[] = [];
  for (let now = 0; now < HOURS * 60; now += 1) {
    if (events.has(now)) state = withEvent(state, { at: minute(now), reason: '', eventId: `${now}`, step: null });
    pictures = [...pictures, { at: minute(now), unsettled: 0, state: stateAt(now) }].slice(-3);
    const open = state?.open ?? null;
    if (open === null) continue;
    const { over } = followed(open, { pictures, now: minute(now), leastSeconds: 150 });
    if (over === null) quiet.push(now);
    else state = withClose(state, { at: open.latestAt, spent: over === 'spent' });
  }
  return quiet;
}

it.each([1, 5, 10, 29])(
  'never stable, with an event every %i minutes, it is quiet for two hours and no more',
  (every) => {
    const events = new Set(Array.from({ length: HOURS * 60 }, (_, now) => now).filter((now) => now % every === 0));
    expect(quietMinutes(events, String)).toEqual(Array.from({ length: 120 }, (_, now) => now));
  },
);

it('whatever comes within the hour, what is never stable is quiet for two hours at most', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 59 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(gaps, (some) => {
      const events = new Set(some.map((_, index) => some.slice(0, index).reduce((sum, gap) => sum + gap, 0)));
      expect(Math.max(...quietMinutes(events, String))).toBeLessThan(120);
    }),
  );
});

it('is quiet anew where the last one was stable, or an hour has passed', () => {
  expect(quietMinutes(new Set([0, 30, 60, 90, 120, 150]), () => 'well')).toContain(151);
  expect(quietMinutes(new Set([0, 200]), String)).toContain(201);
});
