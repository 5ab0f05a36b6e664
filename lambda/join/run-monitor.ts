import { CannotCheck } from '../inventory/cannot-check.ts';
import type { Report } from '../model/report.ts';
import { emitMetrics } from '../publish/emit-metrics.ts';
import { boundedReport } from '../report/bounded-report.ts';
import { deploymentMetrics } from '../report/metrics/deployment-metrics.ts';
import { type ReportSummary, summaryOf } from '../report/summary-of.ts';
import type { DirectTrigger } from '../triggers/monitor-trigger.ts';
import { readTrigger } from '../triggers/read-trigger.ts';
import type { Ground } from './ground.ts';
import { onEvent } from './on-event.ts';
import { runCheck } from './run-check.ts';

/**
 * What a run comes to: the report for somebody who asks, a summary of it for schedule and events, which nobody reads the
 * answer to, or why nothing was checked.
 */
export type RunAnswer =
  | Report
  | { readonly summary: ReportSummary }
  | { readonly refused: string }
  | { readonly passedOver: string };

/**
 * A synchronous answer holds 6 MB, and a longer one is an error instead
 * (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). Half a megabyte is left for those who reckon
 * in other megabytes.
 */
const MOST_BYTES = 5_500_000;

/**
 * One run of the monitor, whoever asked for it. What is not to be acted upon is refused, counted, and nothing is dialled.
 * Throws `CannotCheck` where there is nothing to go on.
 */
export async function runMonitor(event: unknown, ground: Ground): Promise<RunAnswer> {
  const trigger = readTrigger(event, ground.here);
  switch (trigger.kind) {
    case 'refused':
      countRefused(ground, trigger.why);
      return { refused: trigger.why };
    case 'ignored':
      ground.log.info('passed over', { why: trigger.why });
      return { passedOver: trigger.why };
    case 'schedule':
      return summed(await runCheck(ground, { names: null, trigger: { kind: 'schedule', detail: trigger.detail } }));
    case 'direct':
      return boundedReport(await answered(trigger, ground), MOST_BYTES);
    default: {
      const answer = await onEvent(trigger, ground);
      return 'passedOver' in answer ? answer : summed(answer);
    }
  }
}

/** Who asks for a load balancer that is not there is refused as well. */
async function answered({ loadBalancers: names, asked: trigger }: DirectTrigger, ground: Ground): Promise<Report> {
  try {
    return await runCheck(ground, { names, trigger });
  } catch (error) {
    if (error instanceof CannotCheck && error.isUnknownName) countRefused(ground, error.message);
    throw error;
  }
}

function countRefused({ settings, log, now }: Ground, why: string): void {
  log.warn('refused', { why });
  emitMetrics(deploymentMetrics(settings.deployment, { refusedEvents: 1 }), now().toISOString());
}

function summed(report: Report): RunAnswer {
  return { summary: summaryOf(report) };
}
