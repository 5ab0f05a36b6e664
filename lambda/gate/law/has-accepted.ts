import type { ReportedEndpoint } from '../../model/report.ts';

/**
 * Whether an endpoint accepted a connection from every place that should reach it. A report holds one result for each of
 * them, also where a prober failed; without any, nobody looked.
 */
export function hasAccepted({ probes }: Pick<ReportedEndpoint, 'probes'>): boolean {
  return probes.length > 0 && probes.every(({ outcome }) => outcome === 'connected');
}
