import { dimensions, metrics } from '../../contract.ts';
import { type MetricSeries, metricSeries } from './metric-series.ts';

/** What a run of the monitor tells of itself. Counts; what is left out is zero. */
export type RunCounts = {
  /** 1 when a scheduled check came to its end. */
  readonly heartbeat?: number;
  readonly overrun?: number;
  readonly refusedEvents?: number;
  readonly notCovered?: number;
};

/** The series of the deployment as a whole, also where no check came of a run (an event refused). */
export function deploymentMetrics(deployment: string, counts: RunCounts): readonly MetricSeries[] {
  const { heartbeat = 0, overrun = 0, refusedEvents = 0, notCovered = 0 } = counts;
  const of = { [dimensions.deployment]: deployment };
  return [
    ...metricSeries(metrics.heartbeat, of, [heartbeat]),
    ...metricSeries(metrics.overrun, of, [overrun]),
    ...metricSeries(metrics.refusedEvents, of, [refusedEvents]),
    ...metricSeries(metrics.notCovered, of, [notCovered]),
  ];
}
