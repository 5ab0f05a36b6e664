import { documentation } from '../contract.ts';
import { balancerName } from '../model/balancer-name.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Report } from '../model/report.ts';
import { emitMetrics } from '../publish/emit-metrics.ts';
import { keepAlarms } from '../publish/keep-alarms.ts';
import { deploymentMetrics } from '../report/metrics/deployment-metrics.ts';
import { metricsOf } from '../report/metrics/metrics-of.ts';
import { summaryOf } from '../report/summary-of.ts';
import { followWindows } from './follow-windows.ts';
import type { Ground } from './ground.ts';
import { keepPictures } from './keep-pictures.ts';
import type { Recalled } from './recall.ts';
import { tellChanges } from './tell-changes.ts';

/**
 * A check that was made. `whole`: of all watched load balancers; `isFresh`: on configuration that was read for it;
 * `ranOut`: as `Checked` has it.
 */
export type Made = {
  readonly report: Report;
  readonly recalled: Recalled;
  readonly inventory: Inventory;
  readonly whole: boolean;
  readonly isFresh: boolean;
  readonly ranOut: boolean;
};

/** Remembers and tells what a check came to: state, messages and events on a change of it, metrics, alarms, one line of log. */
export async function concludeRun(ground: Ground, made: Made): Promise<void> {
  const { settings, log } = ground;
  const { report, whole, isFresh, ranOut } = made;
  await tellChanges(ground, made);
  await keepPictures(ground, report);
  const following = await followWindows(ground, made);
  const overran = ranOut || isCutShort(report) || isLate(ground);
  const series = metricsOf(report, {
    deployment: settings.deployment,
    deployWindows: following,
    counts: { overrun: Number(overran), notCovered: report.notCovered?.length ?? 0 },
  });
  emitMetrics(series, report.checkedAt);
  // Who asks for themselves need not wait for it.
  const isDue = isFresh || ground.warm.alarmsLeft > 0;
  if (whole && isDue && report.trigger.kind === 'schedule') await keepOwnAlarms(ground, report);
  if (!overran && isLate(ground)) {
    emitMetrics(deploymentMetrics(settings.deployment, { overrun: 1 }), report.checkedAt);
  }
  log.info('checked', summaryOf(report));
}

/** The next check is due already. */
function isLate({ settings, begunAt, now }: Ground): boolean {
  return now().getTime() - begunAt.getTime() >= settings.intervalSeconds * 1000;
}

/** Somebody was not dialled, because the next check is due. */
function isCutShort({ endpoints }: Report): boolean {
  return endpoints.some(({ probes }) => probes.some(({ errno }) => errno === 'OutOfTime'));
}

/** Whenever configuration is read anew, since target groups come and go with it, and as long as some were left. */
async function keepOwnAlarms({ settings, cloudWatch, warm, log }: Ground, report: Report): Promise<void> {
  const { alarmPrefix, deployment, intervalSeconds, loadBalancers, datapointsToAlarm, evaluationPeriods } = settings;
  if (alarmPrefix === null) return;
  const names = report.loadBalancers.map(({ name }) => name);
  const watched = loadBalancers.length === 0 ? null : [...names, ...(report.gone ?? []).map(balancerName)];
  const when = { intervalSeconds, datapointsToAlarm, evaluationPeriods };
  const about = { prefix: alarmPrefix, deployment, ...when, pages: documentation, actions: [], watched };
  const { put, deleted, left, errors } = await keepAlarms(cloudWatch, report, about);
  warm.alarmsLeft = left;
  if (put + deleted + left > 0) log.info('alarms kept', { put, deleted, left });
  for (const why of errors) log.warn('an alarm could not be kept', { why });
}
