import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { keepShown } from '../../../lambda/memory/keep-shown.ts';
import { readShown } from '../../../lambda/memory/read-shown.ts';
import type { Shown, ShownFinding } from '../../../lambda/model/shown.ts';
import { keptTable, START } from './kept-table.ts';

const ALB = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1';
const NLB = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/shop/2';
const LATER = '2026-01-10T12:01:00.000Z';

function shown(arn: string, state: string): Shown {
  const station = { mark: 'STOP', what: 'route', place: 'rtb-1', why: 'no route' } as const;
  const finding: ShownFinding = {
    ...{ title: 'No route', tag: 'certain', code: 'no-route', tone: 'bad' },
    rows: [{ label: 'Fix', pieces: [{ kind: 'command', text: 'aws ec2 create-route' }] }],
    path: { there: [station], back: [] },
  };
  return {
    arn,
    loadBalancer: { state, tone: 'bad', name: 'shop', detail: 'application, active' },
    ...{ zones: [], targetGroups: [], findings: [finding], notes: [] },
  };
}

describe('what is shown', () => {
  it('is nothing at first', async () => {
    const { table } = await keptTable();
    expect(await readShown(table)).toEqual({ kept: [], problems: [] });
  });

  it('comes back as it was kept, of all load balancers, and is found without knowing which', async () => {
    const { table, rows } = await keptTable();
    expect(await keepShown(table, shown(NLB, 'healthy'), '2026-01-10T13:00:00+01:00')).toBe(true);
    expect(await keepShown(table, shown(ALB, 'FAULTY'), LATER)).toBe(true);
    expect(await readShown(table)).toEqual({
      kept: [
        { at: LATER, shown: shown(ALB, 'FAULTY') },
        { at: START, shown: shown(NLB, 'healthy') },
      ],
      problems: [],
    });
    expect(await rows('shown')).toHaveLength(2);
  });

  it.each(['orders-db', '0', 'Zebra', 'zebra'])('is found of a watched path as well: %s', async (name) => {
    const { table } = await keptTable();
    await keepShown(table, shown(name, 'healthy'), START);
    expect((await readShown(table)).kept.map((one) => one.shown.arn)).toEqual([name]);
  });

  it.each<[string, string, boolean]>([
    ['later', LATER, true],
    ['at the same time', START, true],
    ['earlier', '2026-01-10T11:59:59Z', false],
  ])('is replaced by what was seen %s: %s, %s', async (_, at, isKept) => {
    const { table } = await keptTable();
    await keepShown(table, shown(ALB, 'FAULTY'), START);
    expect(await keepShown(table, shown(ALB, 'healthy'), at)).toBe(isKept);
    const { kept } = await readShown(table);
    expect(kept.map((one) => one.shown.loadBalancer.state)).toEqual([isKept ? 'healthy' : 'FAULTY']);
  });

  it('gives way where it was written by a clock that is a day ahead', async () => {
    const { table } = await keptTable();
    await keepShown(table, shown(ALB, 'FAULTY'), '2126-01-01T00:00:00Z');
    expect(await keepShown(table, shown(ALB, 'healthy'), START)).toBe(true);
  });

  it('is forgotten after a day, though the row is still there', async () => {
    const { table, passSeconds, rows } = await keptTable();
    await keepShown(table, shown(ALB, 'FAULTY'), START);
    passSeconds(86_400);
    expect(await rows('shown')).toHaveLength(1);
    expect(await readShown(table)).toEqual({ kept: [], problems: [] });
  });

  const packed = (value: unknown) => ({ B: gzipSync(JSON.stringify(value)) });
  it.each<[string, Record<string, AttributeValue>]>([
    ['a foreign row', { note: { S: 'hello' } }],
    ['bytes that are not packed', { seenAt: { S: START }, data: { B: Buffer.from('{}') } }],
    ['another shape', { seenAt: { S: START }, data: packed({ arn: ALB }) }],
  ])('that cannot be read, %s, says so, hides no other, and is mended by the next write', async (_, row) => {
    const { table, spoil } = await keptTable();
    await keepShown(table, shown(NLB, 'healthy'), START);
    await spoil({ pk: { S: 'shown' }, sk: { S: ALB }, expiresAt: { N: '4000000000' }, ...row });
    const { kept, problems } = await readShown(table);
    expect(kept.map((one) => one.shown.arn)).toEqual([NLB]);
    expect(problems).toEqual([expect.stringContaining(`the row shown / ${ALB} cannot be read: `)]);
    expect(await keepShown(table, shown(ALB, 'FAULTY'), LATER)).toBe(true);
    expect((await readShown(table)).problems).toEqual([]);
  });

  it('is refused where it does not fit a row, with nothing written', async () => {
    const { table, endpoint } = await keptTable();
    const large = { ...shown(ALB, 'FAULTY'), notes: [randomBytes(800_000).toString('base64')] };
    await expect(keepShown(table, large, START)).rejects.toThrow(
      /^PutItem on the table origin-doctor: what is shown of arn.* has \d+ bytes; at most 380000 are kept$/,
    );
    expect(endpoint.calls()).toEqual({});
  });
});
