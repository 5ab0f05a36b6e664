import { expect, it } from 'vitest';
import { monitorSettings } from '../../../lambda/handlers/monitor-settings.ts';

const prober = { functionName: 'prober-a', subnetId: 'subnet-a', securityGroups: ['sg-1'] };
const declared = { 'shop-web': { ports: [443], clients: ['203.0.113.0/24', '2001:db8::/32'] } };
const whole = { ORIGIN_DOCTOR_PROBERS: JSON.stringify([prober]), ORIGIN_DOCTOR_LOAD_BALANCERS: '["shop-web"]' };

it.each([
  ['all of it', { ORIGIN_DOCTOR_DEADLINE_MS: '700' }, { deadlineMs: 700 }],
  ['without a deadline', {}, { deadlineMs: null }],
  [
    'how often, and how much at once',
    { ORIGIN_DOCTOR_INTERVAL_SECONDS: '300', ORIGIN_DOCTOR_CONCURRENCY: '2' },
    { intervalSeconds: 300, concurrency: 2 },
  ],
  [
    'where it tells and remembers',
    {
      ...{ ORIGIN_DOCTOR_DEPLOYMENT: 'shop', ORIGIN_DOCTOR_TABLE: 't', ORIGIN_DOCTOR_TOPIC: 'arn:t' },
      ...{ ORIGIN_DOCTOR_EVENT_BUS: 'default', ORIGIN_DOCTOR_ALARM_PREFIX: 'shop/_kept/' },
      ...{ ORIGIN_DOCTOR_DATAPOINTS_TO_ALARM: '4', ORIGIN_DOCTOR_EVALUATION_PERIODS: '5' },
    },
    {
      ...{ deployment: 'shop', table: 't', topic: 'arn:t', eventBus: 'default' },
      ...{ alarmPrefix: 'shop/_kept/', datapointsToAlarm: 4, evaluationPeriods: 5 },
    },
  ],
  ['what is declared', { ORIGIN_DOCTOR_DECLARED: JSON.stringify(declared) }, { declarations: declared }],
  ['all load balancers', { ORIGIN_DOCTOR_LOAD_BALANCERS: '[]' }, { loadBalancers: [] }],
  [
    'an identity of its own',
    { ORIGIN_DOCTOR_PROBERS: JSON.stringify([{ ...prober, identity: 'own' }]) },
    { probers: [{ ...prober, identity: 'own' }] },
  ],
  ['no probers', { ORIGIN_DOCTOR_PROBERS: '[]' }, { probers: [] }],
])('%s', (_, changes, expected) => {
  const settings = {
    ...{
      probers: [prober],
      loadBalancers: ['shop-web'],
      watches: [],
      watchedElsewhere: [],
      dialable: null,
      declarations: {},
      deadlineMs: null,
      concurrency: null,
    },
    ...{
      intervalSeconds: 60,
      deployment: 'origin-doctor',
      table: null,
      topic: null,
      eventBus: null,
      alarmPrefix: null,
      datapointsToAlarm: 2,
      evaluationPeriods: 3,
    },
  };
  expect(monitorSettings({ ...whole, ...changes })).toEqual({ ...settings, ...expected });
});

it.each([
  ['probers not set', { ORIGIN_DOCTOR_PROBERS: undefined }, 'ORIGIN_DOCTOR_PROBERS: it is not set'],
  [
    'load balancers not set',
    { ORIGIN_DOCTOR_LOAD_BALANCERS: undefined },
    'ORIGIN_DOCTOR_LOAD_BALANCERS: it is not set',
  ],
  ['no JSON', { ORIGIN_DOCTOR_PROBERS: 'prober-a' }, 'ORIGIN_DOCTOR_PROBERS: it is not JSON'],
  ['no list', { ORIGIN_DOCTOR_LOAD_BALANCERS: '"shop-web"' }, /^ORIGIN_DOCTOR_LOAD_BALANCERS: .*array/],
  [
    'a field missing',
    { ORIGIN_DOCTOR_PROBERS: '[{"functionName":"a","subnetId":"b"}]' },
    /^ORIGIN_DOCTOR_PROBERS: 0: securityGroups: /,
  ],
  [
    'another identity',
    { ORIGIN_DOCTOR_PROBERS: JSON.stringify([{ ...prober, identity: 'mine' }]) },
    /^ORIGIN_DOCTOR_PROBERS: 0: identity: .*own/,
  ],
  [
    'clients that are no range',
    { ORIGIN_DOCTOR_DECLARED: '{"shop-web":{"ports":[443],"clients":["office"]}}' },
    'ORIGIN_DOCTOR_DECLARED: shop-web: clients: 0: a range of addresses is needed, as 10.0.0.0/16',
  ],
  [
    'a port that is none',
    { ORIGIN_DOCTOR_DECLARED: '{"shop-web":{"ports":[0],"clients":[]}}' },
    /^ORIGIN_DOCTOR_DECLARED: shop-web: ports: 0: /,
  ],
  ['an empty name', { ORIGIN_DOCTOR_LOAD_BALANCERS: '["a",""]' }, /^ORIGIN_DOCTOR_LOAD_BALANCERS: 1: /],
  [
    'a deadline in words',
    { ORIGIN_DOCTOR_DEADLINE_MS: '4s' },
    'ORIGIN_DOCTOR_DEADLINE_MS: a whole number of milliseconds is needed',
  ],
  ['an interval of nothing', { ORIGIN_DOCTOR_INTERVAL_SECONDS: '0' }, /^ORIGIN_DOCTOR_INTERVAL_SECONDS: .*1/],
  ['a table without a name', { ORIGIN_DOCTOR_TABLE: '' }, /^ORIGIN_DOCTOR_TABLE: /],
  ['a deadline too short', { ORIGIN_DOCTOR_DEADLINE_MS: '99' }, /^ORIGIN_DOCTOR_DEADLINE_MS: .*100/],
  ['a deadline too long', { ORIGIN_DOCTOR_DEADLINE_MS: '10001' }, /^ORIGIN_DOCTOR_DEADLINE_MS: .*10000/],
])('%s', (_, changes, message) => {
  expect(() => monitorSettings({ ...whole, ...changes })).toThrow(message);
});
