import { describe, expect, it } from 'vitest';
import type { Change } from '../../../lambda/memory/change.ts';
import { recentChanges } from '../../../lambda/memory/recent-changes.ts';
import { recordChange } from '../../../lambda/memory/record-change.ts';
import { keptTable } from './kept-table.ts';

const SINCE = '2026-01-09T00:00:00Z';

function change(eventId: string, when: string, resources: readonly string[] = ['sg-1']): Change {
  return {
    eventId,
    event: 'RevokeSecurityGroupIngress',
    who: 'alice',
    when,
    resources,
    summary: 'took port 8080 away',
  };
}

describe('recent changes', () => {
  it.each<[string, readonly Change[], readonly string[], string, readonly string[]]>([
    ['none', [], ['sg-1'], SINCE, []],
    ['of the resource', [change('a', '2026-01-10T11:00:00Z')], ['sg-1', 'rtb-1'], SINCE, ['a']],
    ['of another resource', [change('a', '2026-01-10T11:00:00Z', ['sg-2'])], ['sg-1'], SINCE, []],
    ['of one of its resources', [change('a', '2026-01-10T11:00:00Z', ['sg-2', 'sg-1'])], ['sg-1'], SINCE, ['a']],
    [
      'of several days, newest first',
      [change('b', '2026-01-10T11:00:00Z'), change('a', '2026-01-09T00:00:00Z'), change('c', '2026-01-10T11:30:00Z')],
      ['sg-1'],
      SINCE,
      ['c', 'b', 'a'],
    ],
    ['before that time', [change('a', '2026-01-08T23:59:59Z')], ['sg-1'], SINCE, []],
    ['seven days back at most', [change('a', '2026-01-03T13:00:00Z')], ['sg-1'], '2020-01-01T00:00:00Z', ['a']],
    ['older than that', [change('a', '2026-01-03T11:00:00Z')], ['sg-1'], '2020-01-01T00:00:00Z', []],
    ['by a clock a little ahead of ours', [change('a', '2026-01-10T12:04:00Z')], ['sg-1'], SINCE, ['a']],
    ['since a time to come', [change('a', '2026-01-10T11:00:00Z')], ['sg-1'], '2026-02-01T00:00:00Z', []],
    ['told twice', [change('a', '2026-01-10T11:00:00Z'), change('a', '2026-01-10T11:00:00Z')], ['sg-1'], SINCE, ['a']],
    [
      'told twice with two times',
      [change('a', '2026-01-10T11:00:00Z'), change('b', '2026-01-10T10:00:00Z'), change('a', '2026-01-09T11:00:00Z')],
      ['sg-1'],
      SINCE,
      ['b', 'a'],
    ],
    ['at the end of a day', [change('a', '2026-01-09T23:59:59.999Z')], ['sg-1'], '2026-01-09T23:59:59.999Z', ['a']],
    ['in another zone of time', [change('a', '2026-01-11T01:00:00+14:00')], ['sg-1'], SINCE, ['a']],
  ])('%s', async (_what, changes, resources, since, expected) => {
    const { table } = await keptTable();
    for (const one of changes) await recordChange(table, one);
    const found = await recentChanges(table, resources, since);
    expect(found.changes.map(({ eventId }) => eventId)).toEqual(expected);
    expect(found.problems).toEqual([]);
  });

  it('say who did what', async () => {
    const { table } = await keptTable();
    await recordChange(table, change('a', '2026-01-10T11:00:00Z'));
    const { changes } = await recentChanges(table, ['sg-1'], SINCE);
    expect(changes).toEqual([change('a', '2026-01-10T11:00:00.000Z')]);
  });

  it('are forgotten seven days after they happened, not after they were told', async () => {
    const { table, passSeconds } = await keptTable();
    await recordChange(table, change('a', '2026-01-04T12:00:00Z'));
    passSeconds(86_399);
    expect((await recentChanges(table, ['sg-1'], '2026-01-04T12:00:00Z')).changes).toHaveLength(1);
    passSeconds(1);
    expect((await recentChanges(table, ['sg-1'], '2026-01-04T12:00:00Z')).changes).toEqual([]);
  });

  it('beyond a page of a megabyte are all found', async () => {
    const { table } = await keptTable();
    const summary = 'x'.repeat(300_000);
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      await recordChange(table, { ...change(id, '2026-01-10T11:00:00Z'), summary });
    }
    expect((await recentChanges(table, ['sg-1'], SINCE)).changes).toHaveLength(5);
  });

  it('pass over a row that cannot be read, and say so', async () => {
    const { table, spoil } = await keptTable();
    await recordChange(table, change('a', '2026-01-10T11:00:00Z'));
    const row = {
      pk: { S: 'change#2026-01-10' },
      sk: { S: '2026-01-10T10:00:00.000Z#b' },
      expiresAt: { N: '4000000000' },
    };
    await spoil({ ...row, state: { S: 'hello' } });
    const { changes, problems } = await recentChanges(table, ['sg-1'], SINCE);
    expect(changes).toHaveLength(1);
    expect(problems).toEqual([
      expect.stringContaining('change#2026-01-10 / 2026-01-10T10:00:00.000Z#b cannot be read'),
    ]);
  });
});
