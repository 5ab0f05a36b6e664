import type { Report } from '../model/report.ts';
import { emitMetrics } from '../publish/emit-metrics.ts';
import { deploymentMetrics } from '../report/metrics/deployment-metrics.ts';
import { readTrigger } from '../triggers/read-trigger.ts';
import type { Ground } from './ground.ts';
import { onEvent } from './on-event.ts';
import { runCheck } from './run-check.ts';

/** What a run comes to: a report, or why nothing was checked. */
export type RunAnswer = Report | { readonly refused: string } | { readonly passedOver: string };

/**
 * One run of the monitor, whoever asked for it. What is not to be acted upon is refused, counted, and nothing is dialled.
 * Throws `CannotCheck` where there is nothing to go on.
 */
export async function runMonitor(event: unknown, ground: Ground): Promise<RunAnswer> {
  const trigger = readTrigger(event, ground.here);
  switch (trigger.kind) {
    case 'refused':
      ground.log.warn('refused', { why: trigger.why });
      emitMetrics(deploymentMetrics(ground.settings.deployment, { refusedEvents: 1 }), ground.now().toISOString());
      return { refused: trigger.why };
    case 'ignored':
      ground.log.info('passed over', { why: trigger.why });
      return { passedOver: trigger.why };
    case 'schedule':
      return runCheck(ground, { names: null, trigger: { kind: 'schedule', detail: trigger.detail } });
    case 'direct':
      return runCheck(ground, { names: trigger.loadBalancers, trigger: trigger.asked });
    default:
      return onEvent(trigger, ground);
  }
}
