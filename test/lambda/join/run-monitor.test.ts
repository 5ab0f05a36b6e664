import { beforeEach, describe, expect, it } from 'vitest';
import { labFault as groupBroken } from '../../../lab/faults/target-security-group-blocks-load-balancer.ts';
import { groupNamed } from '../../../lab/world/group-named.ts';
import { instanceNamed } from '../../../lab/world/instance-named.ts';
import type { World } from '../../../lab/world/world.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { stdoutLines } from '../publish/stdout-lines.ts';
import { ASKED, account, here, metricsIn, ORDERS, revoked, SCHEDULE, sample, WEB, world } from './account.ts';

const broken = groupBroken.change(world);
const HEALTH = 'elasticloadbalancing:DescribeTargetHealth';

let lines: () => readonly string[];
beforeEach(() => {
  lines = stdoutLines();
});

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
    const first = (await (await cold())(ASKED)) as Report;
    const second = (await (await cold())(ASKED)) as Report;
    expect(second.checkedAt > first.checkedAt).toBe(true);
    expect(new Set(second.findings.map(({ since }) => since))).toEqual(new Set([first.checkedAt]));
  });

  it('says that a load balancer is gone, and goes on with the others', async () => {
    const { cold, shop } = await account();
    shop.apply({ ...world, loadBalancers: world.loadBalancers.filter(({ arn }) => arn !== ORDERS) });
    expect(await (await cold())(SCHEDULE)).toMatchObject({ summary: { gone: [ORDERS], loadBalancers: 1 } });
    expect((await (await cold())(ASKED)) as Report).toMatchObject({ gone: [ORDERS], loadBalancers: [{ arn: WEB }] });
    expect(metricsIn(lines())['NotLooked']).toEqual([1, 1]);
  });

  it('counts each of them where all are gone, and calls nothing healthy', async () => {
    const { cold, shop } = await account();
    shop.apply({ ...world, loadBalancers: [] });
    expect(await (await cold())(SCHEDULE)).toMatchObject({ summary: { gone: [WEB, ORDERS], status: 3 } });
    expect(metricsIn(lines())['NotLooked']).toEqual([1, 1]);
  });

  it('says which load balancers nobody watches', async () => {
    const { cold } = await account({ ORIGIN_DOCTOR_LOAD_BALANCERS: JSON.stringify([WEB]) });
    expect(await (await cold())(SCHEDULE)).toMatchObject({ summary: { notCovered: ['shop-orders'] } });
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
    const run = await cold();
    await run(SCHEDULE);
    expect(metricsIn(lines())).toMatchObject({ Overrun: [1], Heartbeat: [1] });
    const report = (await run(ASKED)) as Report;
    const outcomes = report.endpoints.flatMap(({ probes }) => probes.map(({ errno }) => errno));
    expect(new Set(outcomes)).toEqual(new Set(['OutOfTime']));
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
    const answer = await run(revoked(GROUP));
    if (!('summary' in answer)) throw new Error('no summary came');
    expect(answer.summary).toMatchObject({ loadBalancers: 1, trigger: { kind: 'event' } });
    expect(answer.summary.findings[0]).toMatchObject({ code: 'target-security-group-blocks-load-balancer' });
    const before = shop.calls();
    expect(await run(revoked(GROUP))).toMatchObject({ passedOver: expect.any(String) });
    expect(since(before).filter((name) => name.startsWith('lambda:'))).toEqual([]);
    const next = (await (await cold())(ASKED)) as Report;
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

  it('that concerns nobody costs no call right after one that concerned all, whose reading the next check does not trust', async () => {
    const { cold, since, shop } = await account({ ORIGIN_DOCTOR_LOAD_BALANCERS: JSON.stringify([WEB]) });
    const run = await cold();
    await run(SCHEDULE);
    await run(revoked(GROUP));
    const before = shop.calls();
    expect(await run(revoked('sg-0ffffffffffffffff', 'e-2'))).toMatchObject({ passedOver: expect.any(String) });
    expect(since(before)).toEqual([]);
    await run(SCHEDULE);
    expect(since(before)).toContain('ec2:DescribeSecurityGroupRules');
  });

  it('opens a window that is told as a metric until all is settled', async () => {
    const { cold } = await account();
    const run = await cold();
    await run(SCHEDULE);
    const deploy = sample('codedeploy-instance') as { detail: object };
    const detail = { ...deploy.detail, instanceId: instanceNamed(world, 'orders-a') };
    await run(here(deploy, { id: 'd-1', detail }));
    expect(metricsIn(lines())['DeployWindow']).toEqual([1]);
    await run(SCHEDULE);
    expect(metricsIn(lines())['DeployWindow']).toEqual([1, 1]);
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

it('refuses a question for a load balancer that is not watched, counts it and dials nothing', async () => {
  const { cold, shop } = await account();
  const gone = WEB.replace('shop-web', 'shop-old');
  await expect((await cold())({ ...ASKED, loadBalancers: [gone] })).rejects.toThrow('Not watched here');
  expect(metricsIn(lines())).toEqual({ RefusedEvents: [1] });
  expect(shop.calls()['lambda:InvokeFunction']).toBeUndefined();
});

describe('a path without a load balancer', () => {
  const NAME = 'proxy-to-orders';
  const { subnetId = '', securityGroups = [] } = world.probers.at(-1) ?? {};
  const from = { vpcId: world.vpcs[0]?.id, subnets: [subnetId], securityGroups };
  const watches = [{ name: NAME, from, to: { host: instanceNamed(world, 'orders-a'), port: 7000 } }];
  const WATCHING = { ORIGIN_DOCTOR_WATCHES: JSON.stringify(watches) };

  it('is checked with the load balancers, and has metrics, memory and messages of its own', async () => {
    const { cold, seen, told } = await account(WATCHING);
    await (await cold())(SCHEDULE);
    seen.outcome = 'refused';
    for (const _ of [1, 2]) await (await cold())(SCHEDULE);
    expect(told()).toHaveLength(1);
    const written = lines().map((line) => JSON.parse(line));
    const own = written.filter(({ LoadBalancer }) => LoadBalancer === NAME);
    expect(own.map(({ Connected, Refused }) => Connected ?? Refused).filter((one) => one !== undefined)).toEqual([
      1, 1, 1,
    ]);
  });

  it('alone costs no call of Elastic Load Balancing', async () => {
    const { cold, shop } = await account({ ...WATCHING, ORIGIN_DOCTOR_LOAD_BALANCERS: '[]' });
    const report = (await (await cold())(ASKED)) as Report;
    expect(report).toMatchObject({ loadBalancers: [], endpoints: [{ watch: NAME, address: expect.any(String) }] });
    expect(Object.keys(shop.calls()).filter((name) => name.startsWith('elastic'))).toEqual([]);
  });

  it.each([
    ['by its own name', [NAME], [NAME]],
    ['beside a load balancer', [NAME, 'shop-orders'], [null, null, NAME]],
    ['not, where another is', ['shop-orders'], [null, null]],
  ])('is checked %s', async (_, loadBalancers, expected) => {
    const { cold } = await account(WATCHING);
    const { endpoints } = (await (await cold())({ ...ASKED, loadBalancers })) as Report;
    expect(endpoints.map(({ watch }) => watch)).toEqual(expected);
  });

  it('is checked at once after a change of what it rests on', async () => {
    const { cold } = await account({ ...WATCHING, ORIGIN_DOCTOR_LOAD_BALANCERS: '[]' });
    const run = await cold();
    await run(SCHEDULE);
    const answer = await run(revoked(groupNamed(world, 'orders')));
    expect(answer).toMatchObject({ summary: { endpoints: 1, trigger: { kind: 'event' } } });
    expect(await run(revoked(groupNamed(world, 'web'), 'e-2'))).toMatchObject({ passedOver: expect.any(String) });
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
