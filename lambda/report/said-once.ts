import type { Diagnosis, Finding } from '../model/diagnosis.ts';
import type { Report } from '../model/report.ts';
import { sameFinding } from './same-finding.ts';

/**
 * The report with each distinct finding whole among the findings alone, the first of those that are the same: a hundred
 * targets may share one. In a diagnosis it only says what it is, and whether it stands among them.
 */
export function saidOnce(report: Report): Report {
  const same = Map.groupBy(report.findings, sameFinding);
  const findings = [...same.values()].flatMap(([first]) => first ?? []);
  const brief = briefly(new Set(same.keys()));
  const briefDiagnosis = ({ leading, others, ...diagnosis }: Diagnosis): Diagnosis => ({
    ...diagnosis,
    leading: leading && brief(leading),
    others: others.map(brief),
  });
  const briefResource = <T extends Resource>(resource: T): T => ({
    ...resource,
    leading: resource.leading && brief(resource.leading),
    diagnosis: briefDiagnosis(resource.diagnosis),
  });
  return {
    ...report,
    findings,
    loadBalancers: report.loadBalancers.map(briefResource),
    targetGroups: report.targetGroups.map(briefResource),
    endpoints: report.endpoints.map((one) => ({ ...one, diagnosis: briefDiagnosis(one.diagnosis) })),
  };
}

type Resource = { readonly leading: Finding | null; readonly diagnosis: Diagnosis };

/** What tells it from others stays as it is: its code, whom it is found at, its culprit, and what mends it. */
function briefly(said: ReadonlySet<string>): (finding: Finding) => Finding {
  return (finding) => ({
    ...finding,
    facts: [],
    why: said.has(sameFinding(finding)) ? ONCE : NOWHERE,
    fix: { ...finding.fix, cdk: '', confirm: '' },
    see: [],
  });
}

const ONCE = 'Said once, among the findings.';
/** No longer than `ONCE`: what was found to fit does so still. */
const NOWHERE = 'Left out for want of room.';
