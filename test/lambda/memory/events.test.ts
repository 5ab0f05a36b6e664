import { describe, expect, it } from 'vitest';
import { claimCheck } from '../../../lambda/memory/claim-check.ts';
import { configurationChangedAt } from '../../../lambda/memory/configuration-changed-at.ts';
import { firstSeen } from '../../../lambda/memory/first-seen.ts';
import { markConfigurationChanged } from '../../../lambda/memory/mark-configuration-changed.ts';
import { keptTable } from './kept-table.ts';

const at = (seconds: number) => new Date(Date.parse('2026-01-10T12:00:00Z') + seconds * 1000).toISOString();

describe('an event', () => {
  it('is seen for the first time once', async () => {
    const { table } = await keptTable();
    const answers = [await firstSeen(table, 'one', at(0)), await firstSeen(table, 'one', at(0))];
    expect([...answers, await firstSeen(table, 'two', at(0))]).toEqual([true, false, true]);
  });

  it('that comes to several runs at once is first for one of them', async () => {
    const { table } = await keptTable();
    const answers = await Promise.all(Array.from({ length: 8 }, () => firstSeen(table, 'one', at(0))));
    expect(answers.filter((first) => first)).toHaveLength(1);
  });

  it.each([
    [86_399, false],
    [86_400, true],
  ])('is known for a day: after %i seconds, first is %s', async (seconds, first) => {
    const { table, passSeconds } = await keptTable();
    await firstSeen(table, 'one', at(0));
    passSeconds(seconds);
    expect(await firstSeen(table, 'one', at(0))).toBe(first);
  });

  it('is seen again where its row is none of ours', async () => {
    const { table, spoil } = await keptTable();
    await spoil({ pk: { S: 'event#one' }, sk: { S: 'event' }, expiresAt: { S: 'never' } });
    expect([await firstSeen(table, 'one', at(0)), await firstSeen(table, 'one', at(0))]).toEqual([true, false]);
  });

  it('without a time is refused', async () => {
    const { table } = await keptTable();
    await expect(firstSeen(table, 'one', 'yesterday')).rejects.toThrow('"yesterday" is no time; allowed is ISO 8601');
  });
});

describe('the immediate check of a load balancer', () => {
  it.each<[string, readonly number[], readonly boolean[]]>([
    ['one event', [0], [true]],
    ['two within the quiet time', [0, 29], [true, false]],
    ['two farther apart', [0, 31], [true, true]],
    ['two at once', [0, 0], [true, false]],
    ['a stream', [0, 10, 20, 31, 40], [true, false, false, true, false]],
  ])('%s that come at %j: won by %j', async (_what, times, won) => {
    const { table, passSeconds } = await keptTable();
    const answers: boolean[] = [];
    for (const [index, seconds] of times.entries()) {
      passSeconds(seconds - (times[index - 1] ?? 0));
      answers.push(await claimCheck(table, 'alb', 30));
    }
    expect(answers).toEqual(won);
  });

  it('is won by one of several at once, for each load balancer', async () => {
    const { table } = await keptTable();
    const arns = ['alb', 'nlb', 'alb', 'nlb', 'alb'];
    const answers = await Promise.all(arns.map((arn) => claimCheck(table, arn, 30)));
    expect(arns.filter((_arn, index) => answers[index]).sort()).toEqual(['alb', 'nlb']);
  });
});

describe('the last change of configuration', () => {
  it.each<[string, readonly number[], number | null]>([
    ['none', [], null],
    ['one', [5], 5],
    ['in order', [1, 5], 5],
    ['reordered and doubled', [5, 1, 5, 3], 5],
  ])('%s: %j', async (_what, times, latest) => {
    const { table } = await keptTable();
    for (const seconds of times) await markConfigurationChanged(table, at(seconds));
    expect(await configurationChangedAt(table)).toBe(latest === null ? null : at(latest));
  });

  it('of several at once is the latest', async () => {
    const { table } = await keptTable();
    await Promise.all([3, 9, 1, 7].map((seconds) => markConfigurationChanged(table, at(seconds))));
    expect(await configurationChangedAt(table)).toBe(at(9));
  });

  it('is forgotten after a day, and so is one of a clock that was ahead', async () => {
    const { table, passSeconds } = await keptTable();
    await markConfigurationChanged(table, '2126-01-01T00:00:00Z');
    passSeconds(86_400);
    expect(await configurationChangedAt(table)).toBeNull();
    await markConfigurationChanged(table, at(86_400));
    expect(await configurationChangedAt(table)).toBe(at(86_400));
  });
});
