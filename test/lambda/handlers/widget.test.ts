import { afterEach, expect, it, vi } from 'vitest';
import { keepShown } from '../../../lambda/memory/keep-shown.ts';
import type { Table } from '../../../lambda/memory/table.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { shownOf } from '../../../lambda/report/widget/shown-of.ts';
import { keptTable } from '../memory/kept-table.ts';
import { blockedWay } from '../report/widget/blocked-path.ts';
import { drawn, stationsIn } from '../report/widget/drawn.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The function as deployed, beside a table that the monitor writes to. */
async function deployed(changes: Record<string, string> = {}, forbidden: readonly string[] = []) {
  const { table, endpoint } = await keptTable({ forbidden });
  const environment = {
    ...{ AWS_ENDPOINT_URL: endpoint.url, AWS_REGION: 'eu-west-1' },
    ...{ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' },
    ...{ ORIGIN_DOCTOR_TABLE: table.name, ORIGIN_DOCTOR_DEPLOYMENT: 'shop-doctor' },
    ...changes,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.resetModules();
  const { handler } = await import('../../../lambda/handlers/widget.ts');
  return { handler, endpoint, table: { ...table, now: () => new Date() } };
}

async function keep(table: Table, report: Report, at: string): Promise<void> {
  for (const { arn } of report.loadBalancers) {
    const shown = shownOf(report, arn);
    if (shown !== null) await keepShown(table, shown, at);
  }
}

function alertsIn(html: string): readonly string[] {
  return drawn(html)
    .filter(({ attributes }) => attributes['role'] === 'alert')
    .map(({ text }) => text);
}

const CONTEXT = {
  ...{ dashboardName: 'shop-doctor', widgetId: 'widget-16', accountId: '111122223333', locale: 'en' },
  ...{ period: 300, theme: 'dark', width: 1_200, height: 369, params: {} },
};

it('draws what the monitor kept, for the theme and width that it is told', async () => {
  const { handler, table, endpoint } = await deployed();
  await keep(table, blockedWay(), new Date().toISOString());
  const before = endpoint.calls();
  const html = await handler({ widgetContext: CONTEXT });
  expect(alertsIn(html)).toEqual([]);
  expect(stationsIn(html).filter(({ mark }) => mark === 'STOP')).toHaveLength(2);
  expect(drawn(html)[0]?.attributes['class']).toBe('od od-dark');
  expect(drawn(html).find(({ name }) => name === 'svg')?.attributes['width']).toBe('1140');
  const calls = Object.keys(endpoint.calls()).filter((call) => endpoint.calls()[call] !== before[call]);
  expect(calls).toEqual(['dynamodb:Query']);
});

it.each<[string, Record<string, string>, number, boolean]>([
  ['fresh', {}, 60, false],
  ['stale', {}, 600, true],
  ['fresh where checks are rare', { ORIGIN_DOCTOR_INTERVAL_SECONDS: '900' }, 600, false],
])('shows as %s what was checked some time ago', async (_, changes, secondsAgo, isStale) => {
  const { handler, table } = await deployed(changes);
  await keep(table, blockedWay(), new Date(Date.now() - secondsAgo * 1000).toISOString());
  const html = await handler({});
  expect(alertsIn(html).some((text) => text.startsWith('STALE'))).toBe(isStale);
});

it.each<[string, readonly string[], readonly RegExp[]]>([
  ['by name', ['shop-web'], []],
  ['all, where none is named', [], []],
  ['and says so where one is not there', ['shop-web', 'other'], [/^NOT KNOWN: no check of other is on record/]],
])('shows those that are asked for, %s', async (_, loadBalancers, alerts) => {
  const { handler, table } = await deployed();
  await keep(table, blockedWay(), new Date().toISOString());
  const html = await handler({ loadBalancers, widgetContext: CONTEXT });
  expect(stationsIn(html)).not.toEqual([]);
  expect(alertsIn(html)).toEqual(alerts.map((text) => expect.stringMatching(text)));
});

it('shows a watched path, by its name and among all', async () => {
  const { handler, table } = await deployed();
  const shown = shownOf(blockedWay(), blockedWay().loadBalancers[0]?.arn ?? '');
  if (shown === null) throw new Error('nothing is shown');
  const path = { ...shown, arn: 'orders-db', loadBalancer: { ...shown.loadBalancer, name: 'orders-db' } };
  await keepShown(table, path, new Date().toISOString());
  for (const event of [{}, { loadBalancers: ['orders-db'] }]) {
    const html = await handler(event);
    expect(alertsIn(html)).toEqual([]);
    expect(html).toContain('orders-db');
  }
});

it('says that nothing is known where nothing was kept', async () => {
  const { handler } = await deployed();
  expect(alertsIn(await handler({ widgetContext: CONTEXT }))).toEqual([
    expect.stringMatching(/^NOTHING IS KNOWN: no check of shop-doctor is on record/),
  ]);
});

it('says that nothing is known where the table cannot be read', async () => {
  const { handler } = await deployed({}, ['dynamodb:Query']);
  const html = await handler({ widgetContext: CONTEXT });
  expect(alertsIn(html)).toEqual([
    expect.stringMatching(/^NOTHING IS KNOWN/),
    expect.stringMatching(/^NOT KNOWN: Query on the table origin-doctor: AccessDenied/),
  ]);
  expect(html).not.toContain('healthy');
});

it('describes itself in Markdown, without looking at anything', async () => {
  const { handler, endpoint } = await deployed();
  const text = await handler({ describe: true, widgetContext: CONTEXT });
  expect(text).toMatch(/^## .+\n[^<]+``` yaml\nloadBalancers:/s);
  expect(endpoint.calls()).toEqual({});
});

it.each<[string, unknown]>([
  ['theme and width that it does not know', { widgetContext: { theme: 'sepia', width: 'wide' } }],
  ['no context', {}],
  ['parameters of others', { period: 300, widgetContext: CONTEXT }],
])('answers in spite of %s', async (_, event) => {
  const { handler } = await deployed();
  expect(drawn(await handler(event))[0]?.attributes['class']).toBe(
    event !== null && JSON.stringify(event).includes('dark') ? 'od od-dark' : 'od od-light',
  );
});

it.each<[string, unknown, Record<string, string>, RegExp]>([
  ['parameters of another shape', { loadBalancers: 'shop-web' }, {}, /parameters cannot be read: loadBalancers: /],
  ['no event', null, {}, /parameters cannot be read: event: /],
  ['no table', {}, { ORIGIN_DOCTOR_TABLE: '' }, /^ORIGIN_DOCTOR_TABLE: it is not set$/],
  [
    'an interval that is none',
    {},
    { ORIGIN_DOCTOR_INTERVAL_SECONDS: '0' },
    /^ORIGIN_DOCTOR_INTERVAL_SECONDS: "0" is not/,
  ],
])('refuses %s', async (_, event, changes, message) => {
  const { handler } = await deployed(changes);
  await expect(handler(event)).rejects.toThrow(message);
});
