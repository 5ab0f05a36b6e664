import type { MetricAlarm, PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';

/** Whether an alarm is as it should be, in all that `wanted` says. The order of dimensions and actions is nothing. */
export function sameAlarm(wanted: PutMetricAlarmCommandInput, is: MetricAlarm): boolean {
  const has = new Map<string, unknown>(Object.entries(is));
  return Object.entries(wanted).every(([name, value]) => canonical(value) === canonical(has.get(name)));
}

/** CloudWatch leaves empty lists out. */
function canonical(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '[]';
  if (!Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(value.map((entry) => JSON.stringify(Object.entries(Object(entry)).sort())).sort());
}
