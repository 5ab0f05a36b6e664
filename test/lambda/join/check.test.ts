import { afterEach, describe, expect, it, vi } from 'vitest';
import { labFault } from '../../../lab/faults/target-security-group-blocks-load-balancer.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import { awsClients } from '../../../lambda/inventory/aws-clients.ts';
import { type CheckOptions, check } from '../../../lambda/join/check.ts';
import type { Outcome } from '../../../lambda/model/probe-result.ts';
import type { Report } from '../../../lambda/model/report.ts';
import type { Dial, DialWork } from '../../../lambda/probe/dial.ts';
import { memoryOf } from '../../../lambda/report/memory-of.ts';
import { type ShopOptions, startShop } from '../../bin/shop.ts';
import { outside } from '../report/situation.ts';

const AT = '2026-03-01T02:14:09.000Z';
const healthy = healthyWorld();
const broken = labFault.change(healthy);
const [node] = healthy.networkInterfaces.filter(({ attachment }) => attachment?.instanceId);

const closers: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closers.splice(0)) await close();
});

/** A shop on the wire, and a check of it in which `outcome` is what every connection comes to. */
async function shopCheck(outcome: Outcome, options: ShopOptions = {}) {
  const shop = await startShop(options);
  closers.push(shop.close);
  for (const [name, value] of Object.entries(shop.environment)) vi.stubEnv(name, value);
  const clients = awsClients();
  const asked: DialWork[] = [];
  const dial: Dial = async (work) => {
    asked.push(...work);
    return work.flatMap(({ vantagePoint, endpoints }) =>
      endpoints.map(({ id }) => ({
        ...{ endpoint: id, vantagePoint: vantagePoint.id, zone: vantagePoint.zone, outcome, detail: null },
        ...{ errno: null, elapsedMs: 1, attempts: 1, at: AT },
      })),
    );
  };
  const whole = (changes: Partial<CheckOptions> = {}) =>
    check({
      ...{ clients, names: ['shop-web'], dial, local: null, memory: null },
      ...{ trigger: { kind: 'cli', detail: null }, now: () => new Date(AT), ...changes },
    });
  const run = async (changes: Partial<CheckOptions> = {}) => (await whole(changes)).report;
  return { shop, asked, dial, run, whole };
}

describe('where it dials from', () => {
  it('the places of the load balancer, each what it should reach', async () => {
    const { asked, run } = await shopCheck('connected');
    const report = await run();
    const zones = healthy.loadBalancers.find(({ name }) => name === 'shop-web')?.zones.map(({ zone }) => zone) ?? [];
    expect(zones.length).toBeGreaterThan(1);
    expect(asked.map(({ vantagePoint }) => vantagePoint.id)).toEqual(zones.map((zone) => `shop-web@${zone}`));
    for (const { vantagePoint, endpoints } of asked) {
      expect(endpoints.length).toBeGreaterThan(0);
      expect(endpoints.every(({ vantagePoints }) => vantagePoints.includes(vantagePoint.id))).toBe(true);
    }
    expect(report.vantagePoints).toEqual(asked.map(({ vantagePoint }) => vantagePoint));
    expect(report.endpoints.every(({ probes }) => probes.length === zones.length)).toBe(true);
    expect(report.cost.probes).toBe(report.endpoints.length * zones.length);
  });

  it.each([
    ['outside', [], null],
    ['where one of its addresses is', [node?.addresses[0]?.address ?? ''], node?.subnetId],
  ])('this machine, %s', async (_, addresses, subnetId) => {
    const { asked, run } = await shopCheck('connected');
    const report = await run({ local: { ...outside, addresses } });
    expect(
      asked.map(({ vantagePoint, endpoints }) => [vantagePoint.id, vantagePoint.subnetId, endpoints.length]),
    ).toEqual([['local', subnetId, report.endpoints.length]]);
    expect(report.vantagePoints).toMatchObject([{ id: 'local', subnetId }]);
  });

  it('nowhere', async () => {
    const { asked, run } = await shopCheck('connected');
    const report = await run({ dial: null });
    expect(asked).toEqual([]);
    expect(report.vantagePoints).toEqual([]);
    expect(report.endpoints.flatMap(({ probes }) => probes)).toEqual([]);
    expect(report.cost.probes).toBe(0);
  });
});

describe('reads the configuration', () => {
  const READ = 'elasticloadbalancing:DescribeLoadBalancers';

  it('once, where silence is what it says', async () => {
    const { run } = await shopCheck('timed-out', {
      world: broken,
      said: { state: 'unhealthy', reason: 'Target.Timeout' },
    });
    const report = await run();
    expect(report.findings.map(({ code }) => code)).toContain('target-security-group-blocks-load-balancer');
    expect(report.cost.apiCalls[READ]).toBe(1);
  });

  it('once more, where an answer came over a path that it denies, and judges on what it says then', async () => {
    const said = { state: 'unhealthy', reason: 'Target.FailedHealthChecks' };
    const { shop, dial, run } = await shopCheck('refused', { world: broken, said });
    const report = await run({
      dial: (work) => {
        shop.apply(healthy);
        return dial(work);
      },
    });
    expect(report.cost.apiCalls[READ]).toBe(2);
    const causes = report.findings.filter(({ kind }) => kind === 'cause');
    expect(new Set(causes.map(({ code }) => code))).toEqual(new Set(['target-port-closed']));
    expect(report.endpoints.flatMap(({ paths }) => paths).every(({ verdict }) => verdict === 'allow')).toBe(true);
  });

  it('only once more, where the contradiction stays, and blames no rule', async () => {
    const { run } = await shopCheck('refused', { world: broken });
    const report = await run();
    expect(report.cost.apiCalls[READ]).toBe(2);
    expect(report.findings.map(({ code }) => code)).not.toContain('target-security-group-blocks-load-balancer');
  });

  it.each([
    ['not once more, where its time is up', AT, 1, true],
    ['once more, where there is time', '2026-03-01T02:14:10.000Z', 2, false],
  ])('%s', async (_, finishBy, readings, ranOut) => {
    const { whole } = await shopCheck('refused', { world: broken });
    const checked = await whole({ finishBy: new Date(finishBy) });
    expect(checked.report.cost.apiCalls[READ]).toBe(readings);
    expect(checked.ranOut).toBe(ranOut);
  });

  it('and goes on with what it had, where the second reading fails as a whole', async () => {
    const { shop, dial, run } = await shopCheck('refused', { world: broken });
    const report = await run({
      dial: (work) => {
        shop.apply({ ...healthy, forbidden: [READ] });
        return dial(work);
      },
    });
    expect(report.endpoints.flatMap(({ paths }) => paths).some(({ verdict }) => verdict === 'deny')).toBe(true);
  });
});

it('counts the calls of this check alone', async () => {
  const { run } = await shopCheck('connected');
  const first = await run();
  expect(Object.values(first.cost.apiCalls).every((count) => count > 0)).toBe(true);
  expect((await run()).cost.apiCalls).toEqual(first.cost.apiCalls);
});

it('remembers since when', async () => {
  const { run } = await shopCheck('refused', { said: { state: 'unhealthy', reason: 'Target.FailedHealthChecks' } });
  const first = await run();
  const second = await run({ memory: memoryOf(first, null), now: () => new Date('2026-03-01T02:20:00.000Z') });
  expect(second.checkedAt).toBe('2026-03-01T02:20:00.000Z');
  expect(new Set(second.findings.map(({ since }) => since))).toEqual(new Set([AT]));
});

describe('with a kept configuration', () => {
  const calls = ({ cost }: Report) => Object.keys(cost.apiCalls);
  const HEALTH = 'elasticloadbalancing:DescribeTargetHealth';

  it('asks for the health of targets alone, while all is well', async () => {
    const { whole } = await shopCheck('connected');
    const first = await whole();
    const { report } = await whole({ kept: first.inventory, memory: memoryOf(first.report, null) });
    expect(calls(report)).toEqual([HEALTH]);
    expect(report.findings).toEqual(first.report.findings);
    expect(report.configurationReadAt).toBe(first.report.configurationReadAt);
  });

  it('reads all of it again before it blames anybody for something new, and not for what stood before', async () => {
    const { shop, whole, dial } = await shopCheck('timed-out');
    const well = await whole({ dial: null });
    shop.apply(broken);
    const second = await whole({ kept: well.inventory, memory: memoryOf(well.report, null), dial });
    expect(calls(second.report).length).toBeGreaterThan(1);
    expect(second.report.findings.map(({ code }) => code)).toContain('target-security-group-blocks-load-balancer');
    const third = await whole({ kept: second.inventory, memory: memoryOf(second.report, null), dial });
    expect(calls(third.report)).toEqual([HEALTH]);
    expect(third.report.findings.map(({ code }) => code)).toEqual(second.report.findings.map(({ code }) => code));
  });

  it('reads all of it again where a target is new, and where a group cannot be asked for', async () => {
    const { shop, whole } = await shopCheck('connected');
    const first = await whole();
    const [arn = ''] = Object.keys(first.inventory.targetHealth);
    const registrations = { ...healthy.registrations, [arn]: healthy.registrations[arn]?.slice(1) ?? [] };
    shop.apply({ ...healthy, registrations });
    const second = await whole({ kept: first.inventory });
    expect(second.report.endpoints.length).toBe(first.report.endpoints.length - 1);
    expect(calls(second.report).length).toBeGreaterThan(1);
    shop.apply({ ...healthy, forbidden: [HEALTH] });
    expect(calls((await whole({ kept: second.inventory })).report).length).toBeGreaterThan(1);
  });
});

it('stops where the load balancers cannot be read', async () => {
  const { run } = await shopCheck('connected', {
    world: { ...healthy, forbidden: ['elasticloadbalancing:DescribeLoadBalancers'] },
  });
  await expect(run()).rejects.toMatchObject({ name: 'CannotCheck' });
});
