import type { StoredAlarm } from './stored-alarm.ts';

/** A value as put: when it was measured, milliseconds since 1970. */
export type MetricPoint = { readonly atMs: number; readonly value: number };

/** A metric as put: its name, where it belongs, and its dimensions in the order of their names. */
export type StoredMetric = {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
};

/** What CloudWatch holds: metrics with their points by an identity of their own (`metricKey`), and alarms by name. */
export type CloudWatchStore = {
  readonly metrics: Map<string, { readonly metric: StoredMetric; readonly points: MetricPoint[] }>;
  readonly alarms: Map<string, StoredAlarm>;
};
