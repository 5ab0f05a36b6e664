import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeWindow } from '../../../lambda/memory/close-window.ts';
import { openWindow } from '../../../lambda/memory/open-window.ts';
import { openWindows } from '../../../lambda/memory/open-windows.ts';
import type { OpenWindow, WindowState } from '../../../lambda/memory/window-state.ts';
import { withClose } from '../../../lambda/memory/with-close.ts';
import { type WindowEvent, withEvent } from '../../../lambda/memory/with-event.ts';
import { keptTable } from './kept-table.ts';

const at = (seconds: number) => new Date(Date.parse('2026-01-10T12:00:00Z') + seconds * 1000).toISOString();

/** Opens at a time, or closes at one, stable or spent: `+5`, `-5`, `!5`. */
type Step = `${'+' | '-' | '!'}${number}`;

/** A step begins, ends, or there is another event, or a close, at a time: `a+5`, `a.5`, ` +5`, ` -5`. */
type Move = `${string}${'+' | '.' | '-'}${number}`;

describe('the window of a load balancer', () => {
  it.each<[string, readonly Step[], readonly [number, number] | null]>([
    ['never opened', [], null],
    ['opened', ['+5'], [5, 5]],
    ['opened twice by one event', ['+5', '+5'], [5, 5]],
    ['extended', ['+5', '+9'], [5, 9]],
    ['not shortened by a late event', ['+5', '+9', '+7'], [5, 9]],
    ['begun by a reordered event', ['+9', '+5'], [5, 9]],
    ['closed', ['+5', '-6'], null],
    ['closed at the time of its event', ['+5', '-5'], null],
    ['not reopened by an event that the close knew', ['+5', '-9', '+7'], null],
    ['opened anew', ['+5', '-6', '+7'], [7, 7]],
    ['kept open by an event later than the close', ['+5', '+9', '-7'], [9, 9]],
    ['not closed by an older close', ['+5', '-6', '+9', '-8', '-7'], [9, 9]],
    ['closed before it is opened', ['-6', '+5'], null],
    ['closed late, with an event after it', ['-6', '+7', '+5'], [7, 7]],
    ['whole after the close', ['+7', '+9', '-6'], [7, 9]],
    ['spent', ['+5', '+9', '!9'], null],
    ['spent, and gone on with within the hour', ['+5', '+9', '!9', '+3608'], [5, 3608]],
    ['spent, and gone on with again', ['+5', '!5', '+9', '!9', '+12'], [5, 12]],
    ['spent, and kept open by a later event', ['+5', '+9', '!7'], [5, 9]],
    ['spent, and opened anew after an hour', ['+5', '+9', '!9', '+3609'], [3609, 3609]],
    ['spent, gone on with, stable and opened anew', ['+5', '!5', '+9', '-9', '+12'], [12, 12]],
    ['spent twice by two runs', ['+5', '!5', '!5', '+9'], [5, 9]],
  ])('%s: %j', async (_what, steps, expected) => {
    const { table } = await keptTable();
    for (const step of steps) {
      const time = at(Number(step.slice(1)));
      if (!step.startsWith('+')) await closeWindow(table, 'alb', { at: time, spent: step.startsWith('!') });
      else await openWindow(table, 'alb', { reason: `deploy ${step}`, at: time, eventId: `event ${step}`, step: null });
    }
    const { windows, problems } = await openWindows(table, ['alb', 'nlb']);
    expect(problems).toEqual([]);
    if (expected === null) expect(windows).toEqual({});
    else {
      const [openedAt, latest] = expected;
      const event = { reason: `deploy +${latest}`, eventId: `event +${latest}`, steps: {} };
      expect(windows).toEqual({ alb: { openedAt: at(openedAt), latestAt: at(latest), ...event } });
    }
  });

  it.each<[string, readonly Move[], readonly string[]]>([
    ['begun', ['a+5'], ['a']],
    ['ended', ['a+5', 'a.9'], []],
    ['two begun, one ended', ['a+5', 'b+6', 'a.9'], ['b']],
    ['two begun, both ended', ['a+5', 'b+6', 'a.9', 'b.9'], []],
    ['begun in the second of its end', ['a.5', 'a+5'], []],
    ['ended in the second of its begin', ['a+5', 'a.5'], []],
    ['ended before its begin is told', ['a.9', 'a+7'], []],
    ['begun anew after its end', ['a+5', 'a.7', 'a+9'], ['a']],
    ['begun, then another event', ['a+5', ' +9'], ['a']],
    ['begun before what was spent', ['a+5', 'b+9', ' -7'], ['b']],
  ])('holds what has begun and not ended: %s', async (_what, moves, expected) => {
    const { table } = await keptTable();
    for (const move of moves) {
      const time = at(Number(move.slice(2)));
      if (move[1] === '-') await closeWindow(table, 'alb', { at: time, spent: true });
      else await openWindow(table, 'alb', { reason: 'deploy', at: time, eventId: move, step: stepOf(move) });
    }
    expect(runningIn((await openWindows(table, ['alb'])).windows['alb'] ?? null)).toEqual(expected);
  });

  it('holds 200 steps, and of these rather what has not ended', () => {
    const times = Array.from({ length: 300 }, (_, second) => second);
    const state = times.reduce<WindowState | null>((before, time) => {
      const step = { id: `step ${time}`, ended: time > 0 };
      return withEvent(before, { reason: 'deploy', at: at(time), eventId: `${time}`, step });
    }, null);
    expect(Object.keys(state?.open?.steps ?? {})).toHaveLength(200);
    expect(state?.open?.steps).toMatchObject({ 'step 0': { ended: false }, 'step 299': { ended: true } });
  });

  it.each([{}, { begun: true }])('is read as it was kept before steps were, with %j', async (before) => {
    const { table, spoil } = await keptTable();
    const open = { openedAt: at(1), latestAt: at(2), reason: 'deploy', eventId: 'one' };
    const row = { pk: { S: 'window#alb' }, sk: { S: 'window' }, expiresAt: { N: '4000000000' } };
    await spoil({ ...row, state: { S: JSON.stringify({ open: { ...open, ...before }, closedAt: null }) } });
    expect(await openWindows(table, ['alb'])).toEqual({ windows: { alb: { ...open, steps: {} } }, problems: [] });
  });

  it('is opened by many events at once', async () => {
    const { table } = await keptTable();
    const times = [4, 1, 3, 6, 2, 5];
    await Promise.all(
      times.map((time) => openWindow(table, 'alb', { reason: 'deploy', at: at(time), eventId: `${time}`, step: null })),
    );
    expect((await openWindows(table, ['alb'])).windows['alb']).toMatchObject({ openedAt: at(1), latestAt: at(6) });
  });

  it('ends by itself after two days', async () => {
    const { table, passSeconds } = await keptTable();
    await openWindow(table, 'alb', { reason: 'deploy', at: at(0), eventId: 'one', step: null });
    passSeconds(2 * 86_400);
    expect(await openWindows(table, ['alb'])).toEqual({ windows: {}, problems: [] });
  });

  it('that cannot be read is closed, says so, and can be opened', async () => {
    const { table, spoil } = await keptTable();
    const row = { pk: { S: 'window#alb' }, sk: { S: 'window' }, expiresAt: { N: '4000000000' } };
    await spoil({ ...row, state: { S: '{"open":{}}' } });
    const { windows, problems } = await openWindows(table, ['alb']);
    expect(windows).toEqual({});
    expect(problems).toEqual([
      expect.stringContaining('the row window#alb / window cannot be read at open.openedAt: '),
    ]);
    await openWindow(table, 'alb', { reason: 'deploy', at: at(0), eventId: 'one', step: null });
    expect(Object.keys((await openWindows(table, ['alb'])).windows)).toEqual(['alb']);
  });
});

describe('events and closes in any order, doubled', () => {
  const steps = fc.array(
    fc.record({ what: fc.constantFrom('a+', 'a.', 'b+', 'b.', ' +', ' -'), time: fc.integer({ min: 0, max: 20 }) }),
    { maxLength: 8 },
  );

  it('end in the same openness and the same latest event', () => {
    fc.assert(
      fc.property(
        steps.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray([...some, ...some], { minLength: some.length * 2 })),
        ),
        ([some, shuffled]) => {
          const [one, other] = [windowAfter(some), windowAfter(shuffled)];
          expect(other?.closedAt).toEqual(one?.closedAt);
          expect(other?.open?.latestAt).toEqual(one?.open?.latestAt);
          expect(other?.open?.reason).toEqual(one?.open?.reason);
          expect(runningIn(other?.open ?? null)).toEqual(runningIn(one?.open ?? null));
        },
      ),
    );
  });

  it('leave an open window after its close, begun no later than its latest event', () => {
    fc.assert(
      fc.property(steps, (some) => {
        const state = windowAfter(some);
        if (state === null || state.open === null) return;
        expect(state.open.openedAt <= state.open.latestAt).toBe(true);
        expect(state.closedAt === null || state.open.openedAt > state.closedAt).toBe(true);
      }),
    );
  });

  function windowAfter(some: readonly { readonly what: string; readonly time: number }[]): WindowState | null {
    return some.reduce<WindowState | null>((state, { what, time }) => {
      if (what === ' -') return withClose(state, { at: at(time), spent: false });
      const eventId = `${what}${time}`;
      return withEvent(state, { reason: `deploy ${time}`, at: at(time), eventId, step: stepOf(what) });
    }, null);
  }
});

function stepOf([id = '', sign]: string): WindowEvent['step'] {
  return id === ' ' ? null : { id, ended: sign === '.' };
}

/** The steps that have not ended. */
function runningIn(open: OpenWindow | null): readonly string[] {
  const running = Object.entries(open?.steps ?? {}).filter(([, { ended }]) => !ended);
  return running.map(([id]) => id).toSorted();
}
