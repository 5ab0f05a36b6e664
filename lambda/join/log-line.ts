import type { Report } from '../model/report.ts';
import { exitStatus } from '../report/exit-status.ts';

/** What the log says of a check: enough to search by, and nothing that a report would be needed for. */
export function logLine(report: Report): Record<string, unknown> {
  const {
    checkedAt,
    configurationReadAt,
    trigger,
    findings,
    loadBalancers,
    endpoints,
    unread,
    gone,
    notCovered,
    cost,
  } = report;
  return {
    checkedAt,
    configurationReadAt,
    trigger,
    status: exitStatus(report),
    loadBalancers: loadBalancers.length,
    endpoints: endpoints.length,
    findings: findings.map(({ code, certainty, resource, culprit }) => ({ code, certainty, resource, culprit })),
    unjudged: endpoints.filter(({ unjudged }) => unjudged !== null).length,
    unread: unread.length,
    gone,
    notCovered,
    cost,
  };
}
