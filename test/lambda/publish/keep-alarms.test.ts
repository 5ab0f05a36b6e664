import { DescribeAlarmsCommand, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../lambda/model/report.ts';
import { keepAlarms } from '../../../lambda/publish/keep-alarms.ts';
import { smallEndpoint } from '../../lab/aws/small-endpoint.ts';
import { smallWorld } from '../../lab/aws/small-world.ts';
import { reported } from '../report/situation.ts';

const SETTINGS = {
  prefix: 'Doctor/',
  deployment: 'Doctor',
  ...{ intervalSeconds: 60, datapointsToAlarm: 3, evaluationPeriods: 4 },
  pages: 'https://example.org/docs',
  actions: [],
  watched: ['shop-web'],
};
const FOREIGN = {
  EvaluationPeriods: 1,
  ComparisonOperator: 'GreaterThanThreshold',
  Threshold: 1,
  Period: 60,
  Namespace: 'N',
  MetricName: 'M',
  Statistic: 'Sum',
} as const;
const OWN = ['broken', 'refused', 'silent'].map((state) => `Doctor/shop-web/web/${state}`);

/** A report of one load balancer with these target groups; they need not be readable. */
function withGroups(names: readonly string[], more: Partial<Report['loadBalancers'][number]> = {}): Report {
  const report = reported([]);
  const targetGroups = report.targetGroups.flatMap((one) =>
    names.map((name) => ({ ...one, name, arn: `arn:${name}` })),
  );
  return { ...report, targetGroups, loadBalancers: report.loadBalancers.map((one) => ({ ...one, ...more })) };
}

async function deployed(forbidden: readonly string[] = []) {
  const clients = await smallEndpoint({ world: () => smallWorld({ forbidden }) });
  const { cloudwatch, endpoint } = clients;
  const keep = (report: Report, changes: Partial<typeof SETTINGS> = {}) =>
    keepAlarms(cloudwatch, report, { ...SETTINGS, ...changes }, 0);
  const names = async () =>
    (await cloudwatch.send(new DescribeAlarmsCommand({}))).MetricAlarms?.map(({ AlarmName }) => AlarmName);
  return { ...clients, keep, names, puts: () => endpoint.calls()['cloudwatch:PutMetricAlarm'] ?? 0 };
}

const CLEAN = { left: 0, errors: [] };

describe('alarms of target groups', () => {
  it('are three each, and put once', async () => {
    const { keep, names, puts, cloudwatch } = await deployed();
    expect(await keep(withGroups(['web']))).toEqual({ ...CLEAN, put: 3, deleted: 0 });
    expect(await names()).toEqual(OWN);
    expect(await keep(withGroups(['web']))).toEqual({ ...CLEAN, put: 0, deleted: 0 });
    expect(puts()).toBe(3);
    const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: OWN.slice(1, 2) }));
    expect(MetricAlarms).toMatchObject([
      {
        Namespace: 'OriginDoctor',
        MetricName: 'Refused',
        Statistic: 'Maximum',
        Period: 60,
        EvaluationPeriods: 4,
        DatapointsToAlarm: 3,
        TreatMissingData: 'notBreaching',
        AlarmDescription: expect.stringContaining('https://example.org/docs/symptoms.md#refused'),
      },
    ]);
  });

  it('are put again where they differ', async () => {
    const { keep } = await deployed();
    await keep(withGroups(['web']));
    expect(await keep(withGroups(['web']), { intervalSeconds: 300 })).toEqual({ ...CLEAN, put: 3, deleted: 0 });
    expect(await keep(withGroups(['web']), { intervalSeconds: 300 })).toEqual({ ...CLEAN, put: 0, deleted: 0 });
  });

  it.each<[string, Report, Partial<typeof SETTINGS>, number]>([
    ['goes', withGroups(['api']), {}, 3],
    ['stays', withGroups(['web', 'api']), {}, 0],
    ['could not be read', withGroups([], { unjudged: 'target groups could not be read' }), {}, 0],
    [
      'is behind a load balancer that was not looked at',
      { ...reported([]), loadBalancers: [], targetGroups: [] },
      {},
      0,
    ],
    [
      'is behind a load balancer that is not watched any more',
      { ...reported([]), loadBalancers: [], targetGroups: [] },
      { watched: [] },
      3,
    ],
  ])('are deleted only when the group is gone: it %s', async (_, report, changes, deleted) => {
    const { keep } = await deployed();
    await keep(withGroups(['web']));
    expect(await keep(report, changes)).toMatchObject({ deleted, left: 0, errors: [] });
  });

  it('are none where no target is ever dialled, and those of before are deleted', async () => {
    const { keep } = await deployed();
    const report = withGroups(['web']);
    await keep(report);
    const never = { ...report, targetGroups: report.targetGroups.map((one) => ({ ...one, dialled: false as const })) };
    expect(await keep(never)).toEqual({ ...CLEAN, put: 0, deleted: 3 });
    expect(await keep(never)).toEqual({ ...CLEAN, put: 0, deleted: 0 });
  });

  it('come in several runs where they are many', async () => {
    const { keep } = await deployed();
    const many = withGroups(Array.from({ length: 20 }, (_, index) => `g-${index}`));
    expect(await keep(many)).toEqual({ put: 20, deleted: 0, left: 40, errors: [] });
    expect(await keep(many)).toEqual({ put: 20, deleted: 0, left: 20, errors: [] });
    expect(await keep(many)).toEqual({ ...CLEAN, put: 20, deleted: 0 });
  });
});

describe('alarms of others', () => {
  const foreign = [
    'Doctor',
    'Doctor/_heartbeat',
    'Doctor/shop-web/refused',
    'Other/shop-web/gone/refused',
    'Doctor/a/b/refused/c',
  ];

  it('are never touched', async () => {
    const { keep, names, cloudwatch } = await deployed();
    for (const AlarmName of foreign) await cloudwatch.send(new PutMetricAlarmCommand({ ...FOREIGN, AlarmName }));
    await keep(withGroups(['web']));
    await keep(withGroups([]), { watched: [] });
    expect(await names()).toEqual([...foreign].sort());
  });

  it('would all be ours under an empty prefix, which is refused', async () => {
    const { keep, endpoint } = await deployed();
    await expect(keep(withGroups(['web']), { prefix: '' })).rejects.toThrow(/prefix/);
    expect(endpoint.calls()).toEqual({});
  });
});

it.each([
  ['cloudwatch:DescribeAlarms', { put: 0, left: 0, errors: 1 }],
  ['cloudwatch:PutMetricAlarm', { put: 0, left: 3, errors: 3 }],
])('says that it may not call %s', async (forbidden, expected) => {
  const { keep } = await deployed([forbidden]);
  const { put, left, errors } = await keep(withGroups(['web']));
  expect({ put, left, errors: errors.length }).toEqual(expected);
  expect(errors[0]).toContain('AccessDeniedException');
});
