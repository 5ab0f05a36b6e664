import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedTimer } from '../../../lambda/probe/shared-timer.ts';

type Item = { readonly name: string; dueMs: number };

let told: string[] = [];
let start = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  told = [];
  start = performance.now();
});
afterEach(() => {
  vi.useRealTimers();
});

const item = (name: string): Item => ({ name, dueMs: 0 });
const timer = () => sharedTimer<Item>(({ name }) => told.push(`${name} at ${performance.now() - start}`));

/** Lets time pass, and then the event loop go round once. */
const pass = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms);
  await new Promise((resolve) => setImmediate(resolve));
};
const passAll = async (count: number) => {
  for (let ms = 0; ms < count; ms += 1) await pass(1);
};

describe('each is told at its own time', () => {
  it.each([
    [
      'in the order of their coming',
      [
        ['a', 2],
        ['b', 2],
        ['c', 4],
      ],
      ['a at 2', 'b at 2', 'c at 4'],
    ],
    [
      'the earlier first, whichever came first',
      [
        ['a', 5],
        ['b', 1],
        ['c', 3],
      ],
      ['b at 1', 'c at 3', 'a at 5'],
    ],
    [
      'at once, where its time is past',
      [
        ['a', -5],
        ['b', 2],
      ],
      ['a at 0', 'b at 2'],
    ],
  ] as const)('%s', async (_, items, expected) => {
    const { set } = timer();
    for (const [name, ms] of items) set(item(name), start + ms);
    await pass(0);
    await passAll(6);
    expect(told).toEqual(expected);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('a new time takes the place of the one before, later or earlier', async () => {
  const { set } = timer();
  const later = item('later');
  const earlier = item('earlier');
  set(later, start + 2);
  set(earlier, start + 5);
  set(later, start + 6);
  set(earlier, start + 1);
  await passAll(8);
  expect(told).toEqual(['earlier at 1', 'later at 6']);
});

it('what waits no more is not told, and where nothing waits there is no timer', async () => {
  const { set, clear } = timer();
  const [one, two, never] = [item('one'), item('two'), item('never')];
  set(one, start + 2);
  set(two, start + 4);
  clear(never);
  clear(one);
  await passAll(6);
  expect(told).toEqual(['two at 4']);
  set(one, start + 20);
  clear(one);
  expect(vi.getTimerCount()).toBe(0);
});

it('who is told may wait again', async () => {
  const again = item('again');
  const { set } = sharedTimer<Item>(({ name }) => {
    told.push(`${name} at ${performance.now() - start}`);
    if (told.length < 3) set(again, performance.now() + 2);
  });
  set(again, start + 2);
  await passAll(10);
  expect(told).toEqual(['again at 2', 'again at 4', 'again at 6']);
});

it('what is answered while the sockets are polled once more is not told', async () => {
  const { set, clear } = timer();
  const [answered, silent] = [item('answered'), item('silent')];
  set(answered, start + 2);
  set(silent, start + 2);
  vi.advanceTimersByTime(2);
  clear(answered);
  set(item('new'), start + 3);
  await pass(0);
  expect(told).toEqual(['silent at 2']);
  await passAll(3);
  expect(told).toEqual(['silent at 2', 'new at 3']);
});
