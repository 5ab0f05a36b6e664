import type { AlarmState, MetricWatch } from './stored-alarm.ts';

/** What of a metric alarm decides. */
export type Evaluated = Pick<MetricWatch, 'evaluationPeriods' | 'datapointsToAlarm' | 'missingData'>;

/**
 * The state that points come to: true is breaching, false is not, null is missing; the oldest first, over an evaluation range
 * which is longer than the evaluation periods. Where enough points are there, the most recent decide, however old; else missing
 * ones are filled in as the alarm says. A breaching point as old as `datapointsToAlarm`, with nothing good beside it,
 * suffices (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html).
 */
export function alarmState(
  range: readonly (boolean | null)[],
  { evaluationPeriods, datapointsToAlarm, missingData }: Evaluated,
  before: AlarmState,
): AlarmState {
  const real = range.filter((point) => point !== null).slice(-evaluationPeriods);
  const breaching = real.filter((point) => point).length;
  const filled = evaluationPeriods - real.length;
  if (missingData === 'breaching') return breaching + filled >= datapointsToAlarm ? 'ALARM' : 'OK';
  if (breaching >= datapointsToAlarm) return 'ALARM';
  const isClear = filled === 0 || breaching < real.length || missingData === 'notBreaching';
  if (isClear) return 'OK';
  if (missingData === 'ignore') return before;
  return real.length === 0 ? 'INSUFFICIENT_DATA' : onlyBreaching(range, datapointsToAlarm);
}

/** The few points there are all breach: they suffice when the oldest is as old as the alarm wants points. */
function onlyBreaching(range: readonly (boolean | null)[], datapointsToAlarm: number): AlarmState {
  return range.length - range.indexOf(true) >= datapointsToAlarm ? 'ALARM' : 'OK';
}
