import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InvokeOutcome } from '../../../lab/aws/invoke-outcome.ts';
import type { ReceivedMessage } from '../../../lab/aws/received-message.ts';
import { labFault as groupBroken } from '../../../lab/faults/target-security-group-blocks-load-balancer.ts';
import { groupNamed } from '../../../lab/world/group-named.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import type { World } from '../../../lab/world/world.ts';
import type { Outcome } from '../../../lambda/model/probe-result.ts';
import type { Report } from '../../../lambda/model/report.ts';
import type { ProberEvent } from '../../../lambda/probe/prober-message.ts';
import { startShop } from '../../bin/shop.ts';
import { stdoutLines } from '../publish/stdout-lines.ts';

const world = healthyWorld();
const broken = groupBroken.change(world);
const TOPIC = `arn:aws:sns:${world.region}:${world.accountId}:doctor`;
const FUNCTION = `arn:aws:lambda:${world.region}:${world.accountId}:function:doctor-monitor`;
const HEALTH = 'elasticloadbalancing:DescribeTargetHealth';
const [WEB = '', ORDERS = ''] = world.loadBalancers.map(({ arn }) => arn);

const closers: (() => unknown)[] = [];
let lines: () => readonly string[];
beforeEach(() => {
  lines = stdoutLines();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closers.splice(0)) await close();
});

/** An account in which the monitor is deployed; `cold` is a new instance of its function. */
async function account(changes: Record<string, string> = {}, takesMs = 0) {
  const received: ReceivedMessage[] = [];
  const seen: { outcome: Outcome } = { outcome: 'connected' };
  const shop = await startShop({
    tables: [{ name: 'doctor', partitionKey: 'pk', sortKey: 'sk' }],
    received: (message) => received.push(message),
    invoke: async (_, payload) => {
      await sleep(takesMs);
      return answer(payload as ProberEvent, seen.outcome);
    },
  });
  closers.push(shop.close);
  const environment: Record<string, string> = {
    ...shop.environment,
    ORIGIN_DOCTOR_DEPLOYMENT: 'shop',
    ORIGIN_DOCTOR_PROBERS: JSON.stringify(
      world.probers.map(({ name, subnetId, securityGroups }) => ({ functionName: name, subnetId, securityGroups })),
    ),
    ORIGIN_DOCTOR_LOAD_BALANCERS: JSON.stringify([WEB, ORDERS]),
    ORIGIN_DOCTOR_TABLE: 'doctor',
    ORIGIN_DOCTOR_TOPIC: TOPIC,
    ORIGIN_DOCTOR_EVENT_BUS: 'default',
    ORIGIN_DOCTOR_ALARM_PREFIX: 'shop/_kept/',
    ...changes,
  };
  const cold = async () => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    vi.resetModules();
    const { handler } = await import('../../../lambda/handlers/monitor.ts');
    return (event: unknown) => handler(event, { invokedFunctionArn: FUNCTION, getRemainingTimeInMillis: () => 60_000 });
  };
  const told = () => received.flatMap((one) => (one.kind === 'notification' ? [one.subject ?? ''] : []));
  const events = () => received.filter(({ kind }) => kind === 'event');
  const since = (before: Record<string, number>) =>
    Object.keys(shop.calls()).filter((name) => (shop.calls()[name] ?? 0) > (before[name] ?? 0));
  return { shop, seen, cold, told, events, since };
}

function answer({ endpoints }: ProberEvent, outcome: Outcome): InvokeOutcome {
  const errno = outcome === 'refused' ? 'ECONNREFUSED' : null;
  const at = new Date().toISOString();
  const results = endpoints.map(({ id }) => ({ id, outcome, errno, detail: null, elapsedMs: 1, attempts: 1, at }));
  return { kind: 'answer', payload: { results } };
}

const SCHEDULE = here(sample('scheduled-rule'));

function sample(name: string): object {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../triggers/events', `${name}.json`), 'utf8'));
}

/** An event as it would come from the world's own account, now. */
function here(event: object, changes: object = {}): object {
  return { ...event, account: world.accountId, region: world.region, time: new Date().toISOString(), ...changes };
}

/** That a rule of this group was taken away, now. */
function revoked(group: string, id = 'e-1'): object {
  const event = sample('call-revoke-ingress') as { detail: object };
  const detail = {
    ...event.detail,
    eventID: id,
    eventTime: new Date().toISOString(),
    awsRegion: world.region,
    recipientAccountId: world.accountId,
    requestParameters: { groupId: group },
  };
  return here(event, { id, detail });
}

function metricsIn(written: readonly string[]): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const line of written.map((text) => JSON.parse(text)).filter((one) => '_aws' in one)) {
    for (const { Name } of line._aws.CloudWatchMetrics[0].Metrics) {
      found[Name] = [...(found[Name] ?? []), line[Name]];
    }
  }
  return found;
}

describe('on schedule', () => {
  it('counts what it saw and that it lives, and asks for health alone from the second time on', async () => {
    const { cold, shop, told, since } = await account();
    const run = await cold();
    await run(SCHEDULE);
    expect(metricsIn(lines())).toMatchObject({ Heartbeat: [1], Connected: expect.arrayContaining([7 - 2]) });
    const before = shop.calls();
    await run(SCHEDULE);
    expect(since(before).filter((name) => name.startsWith('ec2:') || name.startsWith('elastic'))).toEqual([HEALTH]);
    expect(told()).toEqual([]);
  });

  it('tells once that it began and once that it cleared, also across instances of the function', async () => {
    const { cold, seen, told, events } = await account();
    await (await cold())(SCHEDULE);
    seen.outcome = 'refused';
    for (const _ of [1, 2]) await (await cold())(SCHEDULE);
    expect(told()).toHaveLength(1);
    expect(events()).toHaveLength(1);
    seen.outcome = 'connected';
    for (const _ of [1, 2]) await (await cold())(SCHEDULE);
    expect(told()).toHaveLength(2);
    expect(told()[1]).toMatch(/clear|well|mended|over/i);
  });

  it('tells once where two run at the same time', async () => {
    const { cold, seen, told } = await account();
    const first = await cold();
    await first(SCHEDULE);
    seen.outcome = 'refused';
    const second = await cold();
    await Promise.all([first(SCHEDULE), second(SCHEDULE)]);
    expect(told()).toHaveLength(1);
  });

  it('remembers since when in the table, not in the warm function', async () => {
    const { cold, seen } = await account();
    seen.outcome = 'refused';
    const first = (await (await cold())(SCHEDULE)) as Report;
    const second = (await (await cold())(SCHEDULE)) as Report;
    expect(second.checkedAt > first.checkedAt).toBe(true);
    expect(new Set(second.findings.map(({ since }) => since))).toEqual(new Set([first.checkedAt]));
  });

  it('says that a load balancer is gone, and goes on with the others', async () => {
    const { cold, shop } = await account();
    shop.apply({ ...world, loadBalancers: world.loadBalancers.filter(({ arn }) => arn !== ORDERS) });
    const report = (await (await cold())(SCHEDULE)) as Report;
    expect(report.gone).toEqual([ORDERS]);
    expect(report.loadBalancers.map(({ arn }) => arn)).toEqual([WEB]);
  });

  it('says which load balancers nobody watches', async () => {
    const { cold } = await account({ ORIGIN_DOCTOR_LOAD_BALANCERS: JSON.stringify([WEB]) });
    expect(await (await cold())(SCHEDULE)).toMatchObject({ notCovered: ['shop-orders'] });
    expect(metricsIn(lines())).toMatchObject({ NotCovered: [1] });
  });

  it('goes on without a table that fails, and says so', async () => {
    const { cold, seen, told } = await account({ ORIGIN_DOCTOR_TABLE: 'another' });
    const run = await cold();
    await run(SCHEDULE);
    seen.outcome = 'refused';
    await run(SCHEDULE);
    await run(SCHEDULE);
    expect(told()).toHaveLength(1);
    expect(metricsIn(lines())['Heartbeat']).toEqual([1, 1, 1]);
  });

  it('carries on with what it has when its time is up, and says so as a metric', async () => {
    const { cold } = await account({ ORIGIN_DOCTOR_INTERVAL_SECONDS: '1' }, 2_000);
    const report = (await (await cold())(SCHEDULE)) as Report;
    const outcomes = report.endpoints.flatMap(({ probes }) => probes.map(({ errno }) => errno));
    expect(new Set(outcomes)).toEqual(new Set(['OutOfTime']));
    expect(metricsIn(lines())).toMatchObject({ Overrun: [1], Heartbeat: [1] });
  });
});

describe('on an event', () => {
  const GROUP = groupNamed(world, 'api');

  it('of a change checks at once those that it concerns, and says who brought it', async () => {
    const { cold, shop, seen, since } = await account();
    const run = await cold();
    await run(SCHEDULE);
    shop.apply(broken);
    seen.outcome = 'timed-out';
    const report = (await run(revoked(GROUP))) as Report;
    expect(report.loadBalancers.map(({ arn }) => arn)).toEqual([WEB]);
    expect(report.findings[0]).toMatchObject({
      code: 'target-security-group-blocks-load-balancer',
      changedBy: { event: 'RevokeSecurityGroupIngress' },
    });
    const before = shop.calls();
    expect(await run(revoked(GROUP))).toMatchObject({ passedOver: expect.any(String) });
    expect(since(before).filter((name) => name.startsWith('lambda:'))).toEqual([]);
    const next = (await (await cold())(SCHEDULE)) as Report;
    expect(next.findings[0]?.changedBy).toMatchObject({ event: 'RevokeSecurityGroupIngress' });
  });

  it('that concerns nobody costs no call, once it is warm', async () => {
    const { cold, shop, since } = await account();
    const run = await cold();
    await run(SCHEDULE);
    const before = shop.calls();
    expect(await run(revoked('sg-0ffffffffffffffff'))).toMatchObject({ passedOver: expect.any(String) });
    expect(since(before)).toEqual([]);
  });

  it('opens a window that is told as a metric, and closes when all is settled', async () => {
    const { cold } = await account();
    const run = await cold();
    await run(SCHEDULE);
    await run(here(sample('codedeploy-deployment-success'), { id: 'd-1' }));
    expect(metricsIn(lines())['DeployWindow']).toEqual([1, 1]);
    await run(SCHEDULE);
    expect(metricsIn(lines())['DeployWindow']).toEqual([1, 1, 1, 1]);
  });

  it.each([
    ['of another account', here(sample('instance-stopped'), { account: '999999999999' })],
    ['of a shape unknown', { 'detail-type': 7 }],
    ['that is no object', 'check'],
  ])('%s is refused, counted, and costs no call', async (_, event) => {
    const { cold, shop } = await account();
    expect(await (await cold())(event)).toMatchObject({ refused: expect.any(String) });
    expect(shop.calls()).toEqual({});
    expect(metricsIn(lines())).toEqual({ RefusedEvents: [1] });
  });
});

it('tells anew what could not be sent', async () => {
  const { cold, shop, seen, told } = await account({ ORIGIN_DOCTOR_EVENT_BUS: 'default' });
  const run = await cold();
  await run(SCHEDULE);
  seen.outcome = 'refused';
  shop.apply({ ...world, forbidden: ['sns:Publish', 'events:PutEvents'] } satisfies World);
  await run(SCHEDULE);
  expect(told()).toEqual([]);
  shop.apply(world);
  await run(SCHEDULE);
  expect(told()).toHaveLength(1);
});
