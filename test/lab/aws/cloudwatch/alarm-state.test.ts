import { describe, expect, it } from 'vitest';
import { alarmState } from '../../../../lab/aws/cloudwatch/alarm-state.ts';
import { alarmStatistic } from '../../../../lab/aws/cloudwatch/alarm-statistic.ts';
import { ruleHolds } from '../../../../lab/aws/cloudwatch/rule-holds.ts';
import type { AlarmState, MissingData } from '../../../../lab/aws/cloudwatch/stored-alarm.ts';

/** What `INSUFFICIENT_DATA` before shows of "retains the current state". */
const KEPT = 'INSUFFICIENT_DATA';

/** The tables of the User Guide, "Configuring how CloudWatch alarms treat missing data"; 0 is well, X breaches. */
describe.each([
  [3, '0 - X - X', 'OK', 'OK', 'OK', 'OK'],
  [3, '0 - - - -', 'OK', 'OK', 'OK', 'OK'],
  [3, '- - - - -', 'INSUFFICIENT_DATA', KEPT, 'ALARM', 'OK'],
  [3, '0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  [3, '- - X - -', 'ALARM', KEPT, 'ALARM', 'OK'],
  [3, '- - - - X', 'OK', KEPT, 'ALARM', 'OK'],
  [2, '0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  [2, '0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  [2, '0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
  [2, '- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
  [2, '- - - X -', 'ALARM', KEPT, 'ALARM', 'OK'],
] as const)('%i of 3 over %s', (datapointsToAlarm, points, missing, ignore, breaching, notBreaching) => {
  const range = points.split(' ').map((sign) => (sign === '-' ? null : sign === 'X'));

  it.each<[MissingData, AlarmState]>([
    ['missing', missing],
    ['ignore', ignore],
    ['breaching', breaching],
    ['notBreaching', notBreaching],
  ])('%s is %s', (missingData, expected) => {
    expect(alarmState(range, { evaluationPeriods: 3, datapointsToAlarm, missingData }, KEPT)).toBe(expected);
  });
});

it.each([
  ['Maximum', 9],
  ['Minimum', 1],
  ['Sum', 18],
  ['SampleCount', 4],
  ['Average', 4.5],
  ['p50', 4],
  ['p100', 9],
])('%s of 5, 1, 9, 3 is %d', (statistic, expected) => {
  expect(alarmStatistic(statistic, [5, 1, 9, 3])).toBe(expected);
  expect(alarmStatistic(statistic, [])).toBeNull();
});

describe('a rule', () => {
  const states: Readonly<Record<string, AlarmState>> = { 'a/b': 'ALARM', c: 'OK', d: 'INSUFFICIENT_DATA' };
  const stateOf = (name: string) => states[name] ?? null;

  it.each([
    ['ALARM("a/b")', true],
    ['(ALARM(a/b))', true],
    ['OK(a/b)', false],
    ['NOT ALARM(c) AND INSUFFICIENT_DATA(d)', true],
    ['ALARM(c) OR ALARM("a/b")', true],
    ['ALARM("a/b") OR ALARM(c) AND FALSE', true],
    ['(ALARM("a/b") OR ALARM(c)) AND FALSE', false],
    ['NOT (TRUE AND OK(c))', false],
  ])('%s is %s', (rule, expected) => {
    expect(ruleHolds(rule, stateOf)).toBe(expected);
  });

  it.each(['', 'ALARM', 'ALARM(c', 'ALARM(c) ALARM(c)', 'RED(c)', 'ALARM(c) OR', 'ALARM(nobody)'])(
    '%s is none',
    (rule) => {
      expect(() => ruleHolds(rule, stateOf)).toThrow(/AlarmRule/);
    },
  );
});
