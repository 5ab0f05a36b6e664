import { Duration } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { dimensions, heartbeatAlarm, metricNamespace, metrics } from '../../lambda/contract.ts';
import { doctorStack, ordersWatch } from './doctor-stack.ts';
import { templateOf } from './template-of.ts';

const { stack, doctor } = doctorStack({ watches: [ordersWatch()] });
const made = templateOf(stack);
const name = doctor.deploymentName;
const alarms = new Map(
  made.all('AWS::CloudWatch::Alarm').map(({ Properties }) => [String(Properties['AlarmName']), Properties]),
);

const FAULTS: readonly { alarm: string; metric: keyof typeof metrics }[] = [
  { alarm: 'refused', metric: 'refused' },
  { alarm: 'silent', metric: 'silent' },
  { alarm: 'broken', metric: 'broken' },
  { alarm: 'misconfigured', metric: 'misconfigured' },
  { alarm: 'could-not-look', metric: 'notLooked' },
];

describe.each(['shop', 'ingest', 'orders-to-database'])('%s', (watched) => {
  it.each(FAULTS)('has an alarm $alarm on 2 of 3 checks, and well without data', ({ alarm, metric }) => {
    const properties = alarms.get(`${name}/${watched}/${alarm}`);
    expect(properties).toMatchObject({
      Namespace: metricNamespace,
      MetricName: metrics[metric].name,
      Statistic: 'Maximum',
      Period: 60,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      DatapointsToAlarm: 2,
      EvaluationPeriods: 3,
      TreatMissingData: 'notBreaching',
      AlarmDescription: expect.stringMatching(new RegExp(`https://\\S+/docs/symptoms\\.md#${alarm}$`)),
    });
    expect(properties?.['Dimensions']).toEqual([
      { Name: dimensions.deployment, Value: name },
      { Name: dimensions.loadBalancer, Value: watched },
    ]);
    expect(properties).not.toHaveProperty('AlarmActions');
  });

  it('has one alarm over these, which alone tells somebody, and not while a deploy is followed', () => {
    const composite = made
      .all('AWS::CloudWatch::CompositeAlarm')
      .find(({ Properties }) => Properties['AlarmName'] === `${name}/${watched}`);
    const children = idsIn(composite?.Properties['AlarmRule']).map((id) => made.resources[id]?.Properties['AlarmName']);
    expect(children).toEqual(FAULTS.map(({ alarm }) => `${name}/${watched}/${alarm}`));
    const [suppressor = ''] = idsIn(composite?.Properties['ActionsSuppressor']);
    expect(made.resources[suppressor]?.Properties).toMatchObject({
      AlarmName: `${name}/${watched}/deploy-window`,
      MetricName: metrics.deployWindow.name,
      TreatMissingData: 'notBreaching',
    });
    const [topic] = idsIn(composite?.Properties['AlarmActions']);
    expect(made.resources[topic ?? '']?.Type).toBe('AWS::SNS::Topic');
    expect(composite?.Properties['OKActions']).toEqual(composite?.Properties['AlarmActions']);
  });
});

describe('the words', () => {
  const descriptionsOf = (watched: string) =>
    [...made.all('AWS::CloudWatch::Alarm'), ...made.all('AWS::CloudWatch::CompositeAlarm')]
      .filter(({ Properties }) => `${Properties['AlarmName']}/`.startsWith(`${name}/${watched}/`))
      .map(({ Properties }) => String(Properties['AlarmDescription']));

  it('fit a load balancer', () => {
    expect(descriptionsOf('shop')).toHaveLength(7);
    expect(descriptionsOf('shop').filter((text) => text.includes('argets'))).toHaveLength(4);
  });

  it('leave to the name of the alarm whose it is, since a token of a name takes much room', () => {
    expect(descriptionsOf('shop').filter((text) => text.includes('shop'))).toEqual([]);
  });

  it('fit a watch, which has neither load balancer nor targets', () => {
    expect(descriptionsOf('orders-to-database')).toHaveLength(7);
    expect(descriptionsOf('orders-to-database').filter((text) => /argets|load balancer/.test(text))).toEqual([]);
  });
});

it('are offered in order: the heartbeat, load balancers, watches', () => {
  const names = doctor.alarms.map((alarm) => stack.resolve(alarm.alarmName));
  const ids = names.map((one) => idsIn(one)[0] ?? '');
  expect(ids.map((id) => made.resources[id]?.Properties['AlarmName'])).toEqual(
    [heartbeatAlarm, 'shop', 'ingest', 'orders-to-database'].map((one) => `${name}/${one}`),
  );
});

describe('the heartbeat', () => {
  const heartbeat = alarms.get(`${name}/${heartbeatAlarm}`);

  it('breaches without data, and tells somebody', () => {
    expect(heartbeat).toMatchObject({
      MetricName: metrics.heartbeat.name,
      Statistic: 'SampleCount',
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
      AlarmActions: [expect.anything()],
    });
  });

  it('is the only alarm that does', () => {
    const breaching = [...alarms.values()].filter(({ TreatMissingData }) => TreatMissingData !== 'notBreaching');
    expect(breaching).toEqual([heartbeat]);
  });
});

it('knows every metric and dimension from the contract, on dashboard and alarms alike', () => {
  const known = Object.values(metrics).map((metric) => String(metric.name));
  const body = JSON.stringify(made.all('AWS::CloudWatch::Dashboard')[0]?.Properties['DashboardBody']);
  const drawn = [...body.matchAll(/\[\\"OriginDoctor\\",\\"([A-Za-z]+)\\",\\"([A-Za-z]+)\\"/g)];
  expect(drawn.length).toBeGreaterThan(10);
  expect(drawn.map(([, metric]) => metric).filter((metric) => !known.includes(metric ?? ''))).toEqual([]);
  expect(new Set(drawn.map(([, , dimension]) => dimension))).toEqual(new Set([dimensions.deployment]));
  expect(
    [...alarms.values()].map(({ MetricName }) => String(MetricName)).filter((metric) => !known.includes(metric)),
  ).toEqual([]);
});

it('asks CloudWatch only for dimension sets that are emitted', () => {
  const sets = new Map(
    Object.values(metrics).map((metric) => [String(metric.name), metric.dimensionSets.map((set) => [...set].join())]),
  );
  const strays = [...alarms.values()].filter(({ MetricName, Dimensions }) => {
    const asked = (Dimensions as { Name: string }[]).map(({ Name }) => Name).join();
    return !sets.get(String(MetricName))?.includes(asked);
  });
  expect(strays).toEqual([]);
});

it('keeps the names of its alarms apart from those that the monitor makes and takes away', () => {
  const names = made.all('AWS::CloudWatch::CompositeAlarm').map(({ Properties }) => String(Properties['AlarmName']));
  const all = [...alarms.keys(), ...names];
  expect(all.filter((one) => !one.startsWith(`${name}/`))).toEqual([]);
  expect(all.filter((one) => one.startsWith(`${name}/_kept/`))).toEqual([]);
  expect(JSON.stringify(made.template.findResources('Custom::OriginDoctorSettings'))).toContain(`${name}/_kept/`);
});

it('has none where none are wanted, and a dashboard all the same', () => {
  const without = templateOf(doctorStack({ alarms: false }).stack);
  expect([...without.all('AWS::CloudWatch::Alarm'), ...without.all('AWS::CloudWatch::CompositeAlarm')]).toEqual([]);
  expect(without.all('AWS::CloudWatch::Dashboard')).toHaveLength(1);
});

it('looks at periods as long as the interval', () => {
  const slow = templateOf(
    doctorStack({ interval: Duration.minutes(5), alarms: { datapointsToAlarm: 4, evaluationPeriods: 5 } }).stack,
  );
  const periods = slow.all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties['Period']);
  expect(new Set(periods)).toEqual(new Set([300]));
  slow.template.hasResourceProperties('AWS::CloudWatch::Alarm', { DatapointsToAlarm: 4, EvaluationPeriods: 5 });
  slow.template.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(5 minutes)' });
});

/** Logical ids that a value of the template names, in their order. */
function idsIn(value: unknown): readonly string[] {
  const text = JSON.stringify(value ?? null);
  return [...text.matchAll(/"Fn::GetAtt":\["([^"]+)"|"Ref":"([^"]+)"/g)].map(
    ([, attribute, reference]) => attribute ?? reference ?? '',
  );
}
