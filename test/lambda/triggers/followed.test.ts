import { expect, it } from 'vitest';
import type { FollowWindow, Picture } from '../../../lambda/model/window.ts';
import { type Followed, followed } from '../../../lambda/triggers/followed.ts';

const WINDOW: FollowWindow = {
  openedAt: minute(0),
  latestAt: minute(10),
  reason: 'a deploy',
  eventId: 'e-1',
  steps: {},
};
const leastSeconds = 150;

it.each<[string, readonly Picture[], string, Followed['over'], string | RegExp]>([
  [
    'before a target can be healthy',
    [seen(11), seen(12)],
    minute(12),
    null,
    'a new target needs 150 s to be called healthy',
  ],
  ['unchecked since', [seen(8), seen(9)], minute(14), null, 'it has not been checked since the latest event'],
  [
    'with targets on their way',
    [seen(11), seen(12), seen(13, 'a', 2)],
    minute(13),
    null,
    'the load balancer has not settled on 2 of its endpoints',
  ],
  ['twice the same', [seen(9), seen(12), seen(13)], minute(13), null, '2 of 3 checks in a row have shown the same'],
  [
    'changed a check ago',
    [seen(11), seen(12), seen(13), seen(14, 'b')],
    minute(14),
    null,
    '1 of 3 checks in a row have shown the same',
  ],
  [
    'there and back',
    [seen(11), seen(12, 'b'), seen(13)],
    minute(13),
    null,
    '1 of 3 checks in a row have shown the same',
  ],
  [
    'settled a check ago',
    [seen(11, 'a', 1), seen(12), seen(13)],
    minute(13),
    null,
    '2 of 3 checks in a row have shown the same',
  ],
  [
    'one check told thrice',
    [seen(13), seen(13), seen(13)],
    minute(13),
    null,
    '1 of 3 checks in a row have shown the same',
  ],
  [
    'three times the same',
    [seen(11), seen(12), seen(13)],
    minute(13),
    'stable',
    /^3 checks in a row have shown the same/,
  ],
  [
    'the same after other things, in any order',
    [seen(13), seen(10, 'b'), seen(12), seen(11)],
    minute(13),
    'stable',
    /^3 checks/,
  ],
  [
    'never stable',
    [seen(38, 'a'), seen(39, 'b')],
    minute(40),
    'spent',
    /^30 minutes have passed since the latest event/,
  ],
])('%s', (_, pictures, now, over, reason) => {
  expect(followed(WINDOW, { pictures, now, leastSeconds })).toEqual({
    over,
    reason: reason instanceof RegExp ? expect.stringMatching(reason) : reason,
  });
});

it('ends after two hours, though events keep coming', () => {
  const busy = { ...WINDOW, latestAt: minute(119) };
  expect(followed(busy, { pictures: [], now: minute(119), leastSeconds }).over).toBeNull();
  expect(followed(busy, { pictures: [], now: minute(120), leastSeconds })).toEqual({
    over: 'spent',
    reason: expect.stringMatching(/^two hours/),
  });
});

it('does not end before each deploy that has begun, unless that takes too long', () => {
  const ended = { 'd-1 i-a': { at: minute(10), ended: true } };
  const begun = { ...WINDOW, steps: { ...ended, 'd-1 i-b': { at: minute(5), ended: false } } };
  const pictures = [seen(11), seen(12), seen(13)];
  expect(followed({ ...WINDOW, steps: ended }, { pictures, now: minute(13), leastSeconds }).over).toBe('stable');
  expect(followed(begun, { pictures, now: minute(39), leastSeconds })).toEqual({
    over: null,
    reason: 'a deploy has begun, and its end has not come yet',
  });
  expect(followed(begun, { pictures, now: minute(40), leastSeconds }).over).toBe('spent');
});

function minute(number: number): string {
  return new Date(Date.UTC(2026, 2, 1, 2, number)).toISOString();
}

function seen(at: number, state = 'a', unsettled = 0): Picture {
  return { at: minute(at), state, unsettled };
}
