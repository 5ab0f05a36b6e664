import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drains } from '../../../lab/plane/drains.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import type { World } from '../../../lab/world/world.ts';

const world = healthyWorld(7);
const [group] = world.targetGroups;
if (group === undefined) throw new Error('the healthy world has target groups');
const [leaving, other] = world.registrations[group.arn] ?? [];
if (leaving === undefined || other === undefined) throw new Error('the first group has two targets');
const draining = (...targets: World['draining'][string]): World => ({ ...world, draining: { [group.arn]: targets } });
const DELAY_MS = 300_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

it('a target drains for its group’s delay from when it was first seen, each on its own', () => {
  const lines = drains();
  const ids = (now: World) => lines(now, group).map(({ target }) => target.id);
  expect(lines(draining(leaving), group)).toMatchObject([
    { target: leaving, state: 'draining', reason: 'Target.DeregistrationInProgress' },
  ]);
  vi.advanceTimersByTime(DELAY_MS - 1);
  expect(ids(draining(leaving, other))).toEqual([leaving.id, other.id]);
  vi.advanceTimersByTime(1);
  expect(ids(draining(leaving, other))).toEqual([other.id]);
});

it('a target that came back and leaves again drains anew', () => {
  const lines = drains();
  expect(lines(draining(leaving), group)).toHaveLength(1);
  vi.advanceTimersByTime(DELAY_MS);
  expect(lines(draining(leaving), group)).toEqual([]);
  expect(lines(world, group)).toEqual([]);
  expect(lines(draining(leaving), group)).toHaveLength(1);
});

it.each([
  ['the delay of the group', { 'deregistration_delay.timeout_seconds': '1' }, 1000],
  ['AWS’s own where the group has none', {}, DELAY_MS],
])('%s counts', (_, attributes, delayMs) => {
  const lines = drains();
  const own = { ...group, attributes };
  expect(lines(draining(leaving), own)).toHaveLength(1);
  vi.advanceTimersByTime(delayMs - 1);
  expect(lines(draining(leaving), own)).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(lines(draining(leaving), own)).toEqual([]);
});
