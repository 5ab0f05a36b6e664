import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../lambda/memory/baseline-of.ts';
import { keepBaseline } from '../../../lambda/memory/keep-baseline.ts';
import { keptTable, START } from './kept-table.ts';

describe('the baseline of a gate', () => {
  it.each([
    ['a structure', { findings: ['port-closed'] }],
    ['a list', []],
    ['a text', 'well'],
    ['null', null],
    ['more than fits a row', randomBytes(500_000).toString('hex')],
  ])('is kept: %s', async (_what, baseline) => {
    const { table } = await keptTable();
    expect(await baselineOf(table, 'gate')).toBeNull();
    expect(await keepBaseline(table, 'gate', baseline, START)).toBe(true);
    expect(await baselineOf(table, 'gate')).toEqual({ at: START, baseline });
    expect(await baselineOf(table, 'other')).toBeNull();
  });

  it('is the first one', async () => {
    const { table, rows } = await keptTable();
    const large = randomBytes(500_000).toString('hex');
    expect(await keepBaseline(table, 'gate', 'first', START)).toBe(true);
    expect(await keepBaseline(table, 'gate', large, START)).toBe(false);
    expect(await baselineOf(table, 'gate')).toMatchObject({ baseline: 'first' });
    expect(await rows('baseline#gate')).toHaveLength(1);
  });

  it('of several at once is that of the run that is told so', async () => {
    const { table } = await keptTable();
    const kept = await Promise.all([0, 1, 2, 3, 4].map((run) => keepBaseline(table, 'gate', { run }, START)));
    expect(kept.filter((first) => first)).toHaveLength(1);
    expect(await baselineOf(table, 'gate')).toMatchObject({ baseline: { run: kept.indexOf(true) } });
  });

  it('is forgotten after two days, and gives way', async () => {
    const { table, passSeconds } = await keptTable();
    await keepBaseline(table, 'gate', 'first', START);
    passSeconds(2 * 86_400);
    expect(await baselineOf(table, 'gate')).toBeNull();
    expect(await keepBaseline(table, 'gate', 'second', START)).toBe(true);
  });

  it('that cannot be read is an error that names the row', async () => {
    const { table, spoil } = await keptTable();
    const row = { pk: { S: 'baseline#gate' }, sk: { S: 'baseline' }, expiresAt: { N: '4000000000' } };
    await spoil({ ...row, data: { B: Buffer.from('x') } });
    await expect(baselineOf(table, 'gate')).rejects.toMatchObject({
      name: 'TableError',
      message: expect.stringContaining('the row baseline#gate / baseline cannot be read'),
    });
  });
});
