import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InvokeOutcome } from '../../../lab/aws/invoke-outcome.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import type { Report } from '../../../lambda/model/report.ts';
import type { ProberEvent } from '../../../lambda/probe/prober-message.ts';
import { startShop } from '../../bin/shop.ts';
import { stdoutLines } from '../publish/stdout-lines.ts';

const world = healthyWorld();
const events: { readonly functionName: string; readonly event: ProberEvent }[] = [];
let logged: () => readonly string[];
const closers: (() => unknown)[] = [];

/** A prober to which every target refuses. */
async function invoke(functionName: string, payload: unknown): Promise<InvokeOutcome> {
  const event = payload as ProberEvent;
  events.push({ functionName, event });
  const seen = { outcome: 'refused', errno: 'ECONNREFUSED', detail: null, elapsedMs: 1, attempts: 2 };
  const results = event.endpoints.map(({ id }) => ({ id, ...seen, at: new Date().toISOString() }));
  return { kind: 'answer', payload: { results } };
}

/** A freshly started function: nothing is remembered. */
async function deployed(changes: Record<string, string> = {}) {
  return (await standing()).start(changes);
}

/** An AWS to deploy functions in, several of which share what AWS keeps. */
async function standing() {
  const shop = await startShop({ world, invoke, said: { state: 'unhealthy', reason: 'Target.FailedHealthChecks' } });
  closers.push(shop.close);
  const probers = world.probers.map(({ name, subnetId, securityGroups }) => ({
    functionName: name,
    subnetId,
    securityGroups,
  }));
  const start = async (changes: Record<string, string> = {}) => {
    const environment = {
      ...shop.environment,
      ORIGIN_DOCTOR_PROBERS: JSON.stringify(probers),
      ORIGIN_DOCTOR_LOAD_BALANCERS: '[]',
      ...changes,
    };
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    vi.resetModules();
    const { handler } = await import('../../../lambda/handlers/monitor.ts');
    const checked = async (event: unknown): Promise<Report> => {
      const answer = await handler(event);
      if (!('findings' in answer)) throw new Error(`nothing was checked: ${JSON.stringify(answer)}`);
      return answer;
    };
    return Object.assign(checked, { run: handler });
  };
  return { shop, start };
}

beforeEach(() => {
  events.length = 0;
  logged = stdoutLines();
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const close of closers.splice(0)) await close();
});

it('asks every prober, and reports what they saw', async () => {
  const handler = await deployed({ ORIGIN_DOCTOR_DEADLINE_MS: '700' });
  const report = await handler({ trigger: { kind: 'lab', detail: 'two' } });
  expect(events.map(({ functionName }) => functionName).sort()).toEqual(world.probers.map(({ name }) => name).sort());
  expect(new Set(events.map(({ event }) => event.deadlineMs))).toEqual(new Set([700]));
  expect(report).toMatchObject({ trigger: { kind: 'lab', detail: 'two' }, schemaVersion: 1 });
  expect(new Set(report.endpoints.map(({ diagnosis }) => diagnosis.leading?.code))).toEqual(
    new Set(['target-port-closed']),
  );
});

it.each([
  [
    'those of the environment',
    { ORIGIN_DOCTOR_LOAD_BALANCERS: '["shop-orders"]' },
    { trigger: { kind: 'cli' } },
    ['shop-orders'],
  ],
  [
    'those of the event',
    { ORIGIN_DOCTOR_LOAD_BALANCERS: '["shop-orders","shop-web"]' },
    { loadBalancers: ['shop-web'] },
    ['shop-web'],
  ],
  ['all', {}, { trigger: { kind: 'cli' } }, ['shop-web', 'shop-orders']],
])('checks %s', async (_, environment, event, expected) => {
  const report = await (await deployed(environment))(event);
  expect(report.loadBalancers.map(({ name }) => name).sort()).toEqual([...expected].sort());
});

it('remembers since when while it stays warm, also past a check of other load balancers', async () => {
  const handler = await deployed();
  const first = await handler({ loadBalancers: ['shop-web'] });
  await handler({ loadBalancers: ['shop-orders'] });
  const third = await handler({ loadBalancers: ['shop-web'] });
  expect(Date.parse(third.checkedAt)).toBeGreaterThan(Date.parse(first.checkedAt));
  expect(third.findings.map(({ since }) => since)).toEqual(first.findings.map(() => first.checkedAt));
});

it('logs one line of JSON for a check', async () => {
  const report = await (await deployed())({ trigger: { kind: 'cli' } });
  const lines = logged()
    .map((line) => JSON.parse(line))
    .filter(({ message }) => message === 'checked');
  expect(lines).toMatchObject([{ status: 2, endpoints: report.endpoints.length, cost: report.cost }]);
  expect(lines[0].correlationId).toMatch(/./);
});

it.each([
  ['on schedule', undefined],
  ['of an empty question', {}],
])('answers a summary %s, which is what the log says', async (_, event) => {
  const answer = await (await deployed()).run(event);
  const logLine = logged()
    .map((line) => JSON.parse(line))
    .find(({ message }) => message === 'checked');
  expect(answer).toEqual({ summary: expect.objectContaining({ status: 2, loadBalancers: 2 }) });
  expect(logLine).toMatchObject({ ...JSON.parse(JSON.stringify(answer)).summary });
});

describe('throws, and dials nothing', () => {
  it.each([
    ['where a variable is wrong', { ORIGIN_DOCTOR_PROBERS: 'x' }, {}, 'ORIGIN_DOCTOR_PROBERS: it is not JSON'],
    ['where a load balancer is not there', {}, { loadBalancers: ['shop-wbe'] }, 'There is no load balancer "shop-wbe"'],
  ])('%s', async (_, environment, event, message) => {
    await expect((await deployed(environment))(event)).rejects.toThrow(message);
    expect(events).toEqual([]);
  });
});

it('refuses what it cannot read, counts it, and dials nothing', async () => {
  const { run } = await deployed();
  expect(await run({ trigger: { kind: 'x' } })).toMatchObject({ refused: expect.stringContaining('trigger.kind') });
  expect(logged().map((line) => JSON.parse(line).RefusedEvents)).toContain(1);
  expect(events).toEqual([]);
});
