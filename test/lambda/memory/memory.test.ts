import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type AttributeValue, QueryCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { readMemory } from '../../../lambda/memory/read-memory.ts';
import type { Table } from '../../../lambda/memory/table.ts';
import { writeMemory } from '../../../lambda/memory/write-memory.ts';
import type { Memory } from '../../../lambda/model/memory.ts';
import { keptTable, START } from './kept-table.ts';

const ALB = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1';
const NLB = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/shop/2';
const PARTITION = `memory#${ALB}`;
const LATER = '2026-01-10T12:01:00Z';

function remembered(symptom: string | null, { id = 'endpoint-1', seenAt = START, code = 'port-closed' } = {}): Memory {
  const findings = [{ code, resource: 'i-1', since: START }];
  return { subjects: { [id]: { seenAt, symptom, since: START, lastWell: null, findings } } };
}

/** What no compression makes smaller: `bytes` of it, in hexadecimal digits that gzip packs to about as many bytes. */
function large(bytes: number): Memory {
  return remembered(null, { code: randomBytes(bytes).toString('hex') });
}

describe('memory', () => {
  it('is empty at first', async () => {
    const { table } = await keptTable();
    expect(await readMemory(table, [ALB])).toEqual({
      memory: { subjects: {} },
      parts: {},
      versions: { [ALB]: 0 },
      problems: [],
    });
  });

  it('comes back as it was written, of all load balancers together', async () => {
    const { table } = await keptTable();
    const odd = remembered('refused', { id: 'constructor' });
    expect(await writeMemory(table, ALB, remembered('timed-out'), 0, START)).toBe('written');
    expect(await writeMemory(table, NLB, odd, 0, START)).toBe('written');
    const { memory, parts, versions, problems } = await readMemory(table, [ALB, NLB]);
    expect(parts).toEqual({ [ALB]: { ...remembered('timed-out'), seenAt: START }, [NLB]: { ...odd, seenAt: START } });
    expect(Object.entries(memory.subjects)).toEqual([
      ...Object.entries(remembered('timed-out').subjects),
      ...Object.entries(odd.subjects),
    ]);
    expect({ versions, problems }).toEqual({ versions: { [ALB]: 1, [NLB]: 1 }, problems: [] });
  });

  it.each([
    [ALB, NLB],
    [NLB, ALB],
  ])('of a subject of two load balancers is the later one', async (first, second) => {
    const { table } = await keptTable();
    await writeMemory(table, first, remembered('refused', { seenAt: START }), 0, START);
    await writeMemory(table, second, remembered('reset', { seenAt: LATER }), 0, LATER);
    const { memory } = await readMemory(table, [ALB, NLB]);
    expect(memory.subjects['endpoint-1']?.symptom).toBe('reset');
  });

  it.each<[string, number, string, 'written' | 'overtaken']>([
    ['what was read, and seen later', 1, LATER, 'written'],
    ['what was read, and seen at the same time', 1, START, 'written'],
    ['what was read, but seen earlier', 1, '2026-01-10T11:59:59Z', 'overtaken'],
    ['nothing, though seen later', 0, LATER, 'overtaken'],
    ['a version that is not there yet', 2, LATER, 'overtaken'],
  ])('written on %s', async (_what, version, seenAt, outcome) => {
    const { table } = await keptTable();
    await writeMemory(table, ALB, remembered('refused'), 0, START);
    expect(await writeMemory(table, ALB, remembered('reset'), version, seenAt)).toBe(outcome);
    const { memory, versions } = await readMemory(table, [ALB]);
    expect(memory.subjects['endpoint-1']?.symptom).toBe(outcome === 'written' ? 'reset' : 'refused');
    expect(versions).toEqual({ [ALB]: outcome === 'written' ? 2 : 1 });
  });

  it('is forgotten after a month without a look, though the row is still there', async () => {
    const { table, passSeconds, rows } = await keptTable();
    await writeMemory(table, ALB, remembered('refused'), 0, START);
    passSeconds(30 * 86_400);
    expect(await rows(PARTITION)).toHaveLength(1);
    const { memory, versions } = await readMemory(table, [ALB]);
    expect(memory).toEqual({ subjects: {} });
    const now = table.now().toISOString();
    expect(await writeMemory(table, ALB, remembered('reset'), versions[ALB] ?? 0, now)).toBe('written');
    expect((await readMemory(table, [ALB])).memory).toEqual(remembered('reset'));
  });

  const packed = (value: unknown) => ({ B: gzipSync(JSON.stringify(value)) });
  const ours = { version: { N: '3' }, seenAt: { S: START } };
  it.each<[string, Record<string, AttributeValue>]>([
    ['a foreign row', { note: { S: 'hello' } }],
    [
      'a version and a time of other types',
      { version: { S: 'x' }, seenAt: { N: '9' }, data: packed({ subjects: {} }) },
    ],
    ['bytes that are not packed', { ...ours, data: { B: Buffer.from('{}') } }],
    ['packed text that is not JSON', { ...ours, data: { B: gzipSync('hello') } }],
    ['another shape', { ...ours, data: packed({ subjects: { one: { seenAt: START } } }) }],
    ['parts that are gone', { ...ours, generation: { S: 'gone' }, parts: { N: '2' } }],
    ['a number of parts that is none', { ...ours, generation: { S: 'gone' }, parts: { N: '-1' } }],
    ['a time that no clock shows yet', { ...ours, seenAt: { S: '2126-01-01T00:00:00.000Z' }, data: { S: 'x' } }],
  ])('that cannot be read, %s, is none, says so, and is mended by the next write', async (what, row) => {
    const { table, spoil } = await keptTable();
    const expiresAt = { N: '4000000000' };
    await spoil({ pk: { S: PARTITION }, sk: { S: 'memory' }, expiresAt, ...row });
    const { memory, versions, problems } = await readMemory(table, [ALB]);
    const readable = what.startsWith('a version and a time');
    expect(memory).toEqual({ subjects: {} });
    expect(problems).toEqual(
      readable ? [] : [expect.stringContaining(`the row ${PARTITION} / memory cannot be read: `)],
    );
    expect(await writeMemory(table, ALB, remembered('refused'), versions[ALB] ?? 0, LATER)).toBe('written');
    expect(await readMemory(table, [ALB])).toMatchObject({ memory: remembered('refused'), problems: [] });
  });
});

describe('memory that does not fit one row', () => {
  it('is split, comes back whole, and leaves nothing behind', async () => {
    const { table, rows } = await keptTable();
    const memory = large(1_300_000);
    await writeMemory(table, ALB, memory, 0, START);
    expect((await rows(PARTITION)).length).toBeGreaterThan(3);
    expect(await readMemory(table, [ALB])).toMatchObject({ memory, versions: { [ALB]: 1 }, problems: [] });
    expect(await writeMemory(table, ALB, remembered(null), 1, LATER)).toBe('written');
    expect(await rows(PARTITION)).toHaveLength(1);
  });

  it('is taken away again by the run that was overtaken', async () => {
    const { table, rows } = await keptTable();
    await writeMemory(table, ALB, remembered('refused'), 0, START);
    expect(await writeMemory(table, ALB, large(500_000), 0, LATER)).toBe('overtaken');
    expect(await rows(PARTITION)).toHaveLength(1);
    expect((await readMemory(table, [ALB])).memory).toEqual(remembered('refused'));
  });

  it('is read whole though another run turns it over in between', async () => {
    const { table } = await keptTable();
    await writeMemory(table, ALB, large(500_000), 0, START);
    const next = large(500_000);
    let turned = false;
    const send = async (command: unknown) => {
      if (command instanceof QueryCommand && !turned) {
        turned = true;
        await writeMemory(table, ALB, next, 1, LATER);
      }
      return table.client.send(command as QueryCommand);
    };
    const slow = { ...table, client: { send: send as Table['client']['send'] } };
    expect(await readMemory(slow, [ALB])).toMatchObject({ memory: next, versions: { [ALB]: 2 }, problems: [] });
  });

  it('is refused above 9.5 MB, with nothing written', async () => {
    const { table, endpoint } = await keptTable();
    const written = writeMemory(table, ALB, large(9_600_000), 0, START);
    await expect(written).rejects.toThrow(/^PutItem on the table origin-doctor: memory#.* at most 9500000 are kept$/);
    expect(endpoint.calls()).toEqual({});
  });
});
