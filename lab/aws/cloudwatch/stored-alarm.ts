/** An alarm's states (CloudWatch API Reference, MetricAlarm, `StateValue`). */
export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** How missing points count (API Reference, PutMetricAlarm, `TreatMissingData`). */
export type MissingData = 'missing' | 'ignore' | 'breaching' | 'notBreaching';

/** How a point is compared with the threshold. */
export type Comparison =
  | 'GreaterThanOrEqualToThreshold'
  | 'GreaterThanThreshold'
  | 'LessThanThreshold'
  | 'LessThanOrEqualToThreshold';

/** What a metric alarm looks at. `statistic` is `Maximum`, `Sum`, `p50`, …; dimensions in the order of their names. */
export type MetricWatch = {
  readonly kind: 'metric';
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
  readonly statistic: string;
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparison: Comparison;
  readonly missingData: MissingData;
};

/** What a composite alarm looks at: other alarms. Its actions wait while the suppressor is in ALARM. */
export type RuleWatch = {
  readonly kind: 'composite';
  readonly rule: string;
  readonly suppressor: string | null;
  readonly waitSeconds: number;
  readonly extensionSeconds: number;
};

/** An alarm as it stands. */
export type StoredAlarm = {
  readonly name: string;
  readonly description: string | null;
  readonly actionsEnabled: boolean;
  readonly actions: Readonly<Record<AlarmState, readonly string[]>>;
  readonly watch: MetricWatch | RuleWatch;
  readonly state: AlarmState;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly stateSinceMs: number;
  /** The state whose actions were carried out last; another than `state` while a suppressor holds them back. */
  readonly acted: AlarmState;
};
