import type { Change } from '../model/change.ts';
import type { Diagnosis, Finding } from '../model/diagnosis.ts';
import type { Report } from '../model/report.ts';
import { changeBehind } from '../triggers/change-behind.ts';

/** The report with the change that brought each finding, where one of these did. */
export function withChangedBy(report: Report, changes: readonly Change[]): Report {
  if (changes.length === 0) return report;
  const known = new Map<Finding, Finding>();
  const told = (finding: Finding, lastWell: string | null): Finding => {
    const before = known.get(finding);
    if (before !== undefined) return before;
    const changedBy = changeBehind(finding, changes, { lastWell, since: finding.since });
    const after = changedBy === null ? finding : { ...finding, changedBy };
    known.set(finding, after);
    return after;
  };
  const diagnosed = (diagnosis: Diagnosis): Diagnosis => ({
    ...diagnosis,
    leading: diagnosis.leading && told(diagnosis.leading, diagnosis.lastWell),
    others: diagnosis.others.map((one) => told(one, diagnosis.lastWell)),
  });
  const subject = <T extends { readonly diagnosis: Diagnosis }>(one: T): T => ({
    ...one,
    diagnosis: diagnosed(one.diagnosis),
  });
  const headed = <T extends { readonly diagnosis: Diagnosis; readonly leading: Finding | null }>(one: T): T => {
    const after = subject(one);
    return { ...after, leading: one.leading && (known.get(one.leading) ?? one.leading) };
  };
  // Endpoints first: what leads at a load balancer may be the finding of one of its endpoints.
  const endpoints = report.endpoints.map(subject);
  return {
    ...report,
    endpoints,
    loadBalancers: report.loadBalancers.map(headed),
    targetGroups: report.targetGroups.map(headed),
    findings: report.findings.map((finding) => known.get(finding) ?? finding),
  };
}
