import {
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  PutCompositeAlarmCommand,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from 'vitest';
import { smallEndpoint } from '../small-endpoint.ts';

const ALARM: PutMetricAlarmCommandInput & { readonly AlarmName: string } = {
  AlarmName: 'shop/refused',
  Namespace: 'OriginDoctor',
  MetricName: 'Refused',
  Dimensions: [{ Name: 'LoadBalancer', Value: 'shop' }],
  Statistic: 'Maximum',
  Period: 60,
  EvaluationPeriods: 3,
  DatapointsToAlarm: 2,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  TreatMissingData: 'notBreaching',
  AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:t'],
};
const HEARTBEAT: PutMetricAlarmCommandInput = {
  ...ALARM,
  AlarmName: 'heartbeat',
  MetricName: 'Heartbeat',
  Dimensions: [],
  Statistic: 'SampleCount',
  DatapointsToAlarm: 3,
  ComparisonOperator: 'LessThanThreshold',
  TreatMissingData: 'breaching',
};

/** An endpoint whose minute lasts a second, on a clock that a test moves on. */
async function minutes() {
  let minute = 1000;
  const clock = { now: () => minute * 1000, scale: 1 / 60 };
  const clients = await smallEndpoint({ clock });
  /** One minute, in which these metrics were measured; then alarms are looked at. */
  const pass = (...measured: readonly object[]) => {
    for (const fields of measured) {
      const text = JSON.stringify({ _aws: { Timestamp: minute * 1000 + 500, ...directive(fields) }, ...fields });
      expect(clients.endpoint.cloudWatch.takeEmf(text)).toEqual({ stored: 1, errors: [] });
    }
    minute += 1;
    clients.endpoint.cloudWatch.evaluateAlarms();
  };
  const alarms = () =>
    clients.received.filter((one) => one.kind === 'alarm').map(({ name, state }) => `${name} ${state}`);
  const acts = () => clients.received.filter((one) => one.kind === 'alarm' && one.actions.length > 0).length;
  return { ...clients, pass, alarms, acts };
}

function directive(fields: object) {
  const names = Object.keys(fields);
  const dimensions = names.filter((name) => name === 'LoadBalancer');
  const Metrics = names.filter((name) => name !== 'LoadBalancer').map((Name) => ({ Name, Unit: 'Count' }));
  return { CloudWatchMetrics: [{ Namespace: 'OriginDoctor', Dimensions: [dimensions], Metrics }] };
}

const refused = { LoadBalancer: 'shop', Refused: 2 };

describe('an alarm', () => {
  it('goes off at the second of three, and back when the clear ones are enough', async () => {
    const { cloudwatch, pass, alarms, acts } = await minutes();
    await cloudwatch.send(new PutMetricAlarmCommand(ALARM));
    pass();
    pass(refused);
    expect(alarms()).toEqual(['shop/refused OK']);
    pass(refused);
    expect(alarms()).toEqual(['shop/refused OK', 'shop/refused ALARM']);
    expect(acts()).toBe(1);
    const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({ StateValue: 'ALARM' }));
    expect(MetricAlarms).toMatchObject([{ ...ALARM, StateValue: 'ALARM' }]);
    for (let minute = 0; minute < 5; minute += 1) pass();
    expect(alarms().at(-1)).toBe('shop/refused OK');
  });

  it('of a heartbeat goes off when it stops', async () => {
    const { cloudwatch, pass, alarms } = await minutes();
    await cloudwatch.send(new PutMetricAlarmCommand(HEARTBEAT));
    for (let minute = 0; minute < 5; minute += 1) pass({ Heartbeat: 1 });
    expect(alarms()).toEqual(['heartbeat OK']);
    for (let minute = 0; minute < 6; minute += 1) pass();
    expect(alarms()).toEqual(['heartbeat OK', 'heartbeat ALARM']);
  });

  it('looks at what was put through the API too', async () => {
    const { cloudwatch, pass, alarms } = await minutes();
    await cloudwatch.send(new PutMetricAlarmCommand({ ...ALARM, EvaluationPeriods: 1, DatapointsToAlarm: 1 }));
    const datum = { MetricName: 'Refused', Dimensions: ALARM.Dimensions, Values: [0, 3], Counts: [4, 1] };
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'OriginDoctor', MetricData: [datum] }));
    pass();
    expect(alarms()).toEqual(['shop/refused ALARM']);
  });

  it('that is put again keeps its state', async () => {
    const { cloudwatch, pass } = await minutes();
    await cloudwatch.send(new PutMetricAlarmCommand(ALARM));
    pass();
    await cloudwatch.send(new PutMetricAlarmCommand({ ...ALARM, Threshold: 5 }));
    const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({}));
    expect(MetricAlarms).toMatchObject([{ Threshold: 5, StateValue: 'OK' }]);
  });
});

describe('an alarm over others', () => {
  const composite = { AlarmName: 'shop', AlarmRule: 'ALARM("shop/refused")', AlarmActions: ALARM.AlarmActions };

  it('acts once its suppressor lets go', async () => {
    const { cloudwatch, pass, received } = await minutes();
    const once = { EvaluationPeriods: 1, DatapointsToAlarm: 1, AlarmActions: [] };
    await cloudwatch.send(new PutMetricAlarmCommand({ ...ALARM, ...once }));
    await cloudwatch.send(
      new PutMetricAlarmCommand({ ...ALARM, ...once, AlarmName: 'shop/deploy', MetricName: 'DeployWindow' }),
    );
    const suppressed = {
      ActionsSuppressor: 'shop/deploy',
      ActionsSuppressorWaitPeriod: 60,
      ActionsSuppressorExtensionPeriod: 60,
    };
    await cloudwatch.send(new PutCompositeAlarmCommand({ ...composite, ...suppressed }));
    const told = () =>
      received.flatMap((one) =>
        one.kind === 'alarm' && one.name === 'shop' ? [`${one.state} ${one.actions.length}`] : [],
      );
    pass();
    const deploying = { LoadBalancer: 'shop', DeployWindow: 1 };
    for (let minute = 0; minute < 3; minute += 1) pass(deploying, refused);
    expect(told()).toEqual(['OK 0', 'ALARM 0']);
    for (let minute = 0; minute < 6; minute += 1) pass(refused);
    expect(told()).toEqual(['OK 0', 'ALARM 0', 'ALARM 1']);
  });

  it('is listed when asked for', async () => {
    const { cloudwatch } = await minutes();
    await cloudwatch.send(new PutMetricAlarmCommand(ALARM));
    await cloudwatch.send(new PutCompositeAlarmCommand(composite));
    const answer = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmTypes: ['CompositeAlarm'] }));
    expect(answer).toMatchObject({ MetricAlarms: [], CompositeAlarms: [{ AlarmName: 'shop' }] });
    expect((await cloudwatch.send(new DescribeAlarmsCommand({}))).CompositeAlarms).toEqual([]);
  });
});

describe('refused', () => {
  it.each<[string, object, RegExp]>([
    ['an odd period', { Period: 45 }, /Period must be/],
    ['more points than periods', { DatapointsToAlarm: 4 }, /DatapointsToAlarm must be at most 3/],
    ['no name', { AlarmName: '' }, /AlarmName must have/],
    ['a strange comparison', { ComparisonOperator: 'Like' }, /ComparisonOperator must be/],
    ['a strange statistic', { Statistic: 'Mode' }, /Statistic must be/],
    ['metric math', { Metrics: [{ Id: 'm' }] }, /Metrics must be absent/],
  ])('%s', async (_, changes, message) => {
    const { cloudwatch } = await smallEndpoint();
    await expect(cloudwatch.send(new PutMetricAlarmCommand({ ...ALARM, ...changes }))).rejects.toThrow(message);
    expect((await cloudwatch.send(new DescribeAlarmsCommand({}))).MetricAlarms).toEqual([]);
  });

  it('the deletion of what is not there, as a whole', async () => {
    const { cloudwatch } = await smallEndpoint();
    await cloudwatch.send(new PutMetricAlarmCommand(ALARM));
    const both = new DeleteAlarmsCommand({ AlarmNames: [ALARM.AlarmName, 'nobody'] });
    await expect(cloudwatch.send(both)).rejects.toMatchObject({ name: 'ResourceNotFound' });
    expect((await cloudwatch.send(new DescribeAlarmsCommand({}))).MetricAlarms).toHaveLength(1);
  });
});

describe('lines of a function', () => {
  const line = (changes: object, metrics: unknown = [{ Name: 'Refused' }]) =>
    JSON.stringify({
      _aws: { Timestamp: 1, CloudWatchMetrics: [{ Namespace: 'N', Dimensions: [['D']], Metrics: metrics }] },
      D: 'd',
      Refused: [1, 2],
      ...changes,
    });

  it.each<[string, string, number, number]>([
    ['two values', line({}), 1, 0],
    ['a line of a log', '{"level":"INFO"}', 0, 0],
    ['no JSON', 'START RequestId', 0, 0],
    ['no timestamp', line({ _aws: {} }), 0, 1],
    ['a text for a value', line({ Refused: 'many' }), 0, 1],
    ['101 values', line({ Refused: Array.from({ length: 101 }, () => 1) }), 0, 1],
    ['a dimension without a value', line({ D: '' }), 0, 1],
    [
      '101 metrics',
      line(
        {},
        Array.from({ length: 101 }, () => ({ Name: 'Refused' })),
      ),
      0,
      1,
    ],
  ])('%s', async (_, text, stored, errors) => {
    const { endpoint } = await smallEndpoint();
    const taken = endpoint.cloudWatch.takeEmf(text);
    expect([taken.stored, taken.errors.length]).toEqual([stored, errors]);
  });
});
