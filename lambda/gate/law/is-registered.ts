import type { ReportedEndpoint } from '../../model/report.ts';
import { isLeaving } from './is-leaving.ts';

/** Whether an endpoint's target is registered: neither leaving, nor one that is only looked at so that it can be registered. */
export function isRegistered(endpoint: Pick<ReportedEndpoint, 'elb'>): boolean {
  return !isLeaving(endpoint) && endpoint.elb?.reason !== 'Target.NotRegistered';
}
