import type { Report } from '../../model/report.ts';
import { diagnosesOf } from '../page/diagnoses-of.ts';
import { sortFindings } from '../sort-findings.ts';

/**
 * A report cut to one load balancer (ARN), its target groups and their endpoints, or to one watched path (name); without any
 * where it is not in the report.
 */
export function reportOnOne(report: Report, key: string): Report {
  const cut = {
    ...report,
    loadBalancers: report.loadBalancers.filter((one) => one.arn === key),
    targetGroups: report.targetGroups.filter(({ loadBalancers }) => loadBalancers.includes(key)),
    endpoints: report.endpoints.filter(({ loadBalancer, watch }) => (loadBalancer ?? watch) === key),
  };
  const diagnoses = diagnosesOf(cut);
  const leading = diagnoses.flatMap((diagnosis) => diagnosis.leading ?? []);
  const others = diagnoses.flatMap((diagnosis) => diagnosis.others);
  return { ...cut, findings: [...sortFindings(leading), ...sortFindings(others)] };
}
