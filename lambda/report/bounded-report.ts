import type { Diagnosis, Finding } from '../model/diagnosis.ts';
import type { Report, ReportedEndpoint } from '../model/report.ts';
import { fittingReport } from './fitting-report.ts';
import { jsonBytes } from './json-bytes.ts';
import { stateOf } from './page/state-of.ts';
import { sameFinding } from './same-finding.ts';

/**
 * The report, with as much of it as fits into so many bytes of JSON; `truncated` where that is not all. What can be missed
 * goes first: the paths of endpoints that are well, all paths, then what is said twice. Whatever is left out, an endpoint
 * that is ill keeps what leads there.
 */
export function boundedReport(report: Report, mostBytes: number): Report {
  if (jsonBytes(report) <= mostBytes) return report;
  let shorter: Report = { ...report, truncated: true };
  for (const shorten of STEPS) {
    shorter = shorten(shorter);
    if (jsonBytes(shorter) <= mostBytes) return shorter;
  }
  return fittingReport(shorter, mostBytes);
}

const STEPS: readonly ((report: Report) => Report)[] = [
  (report) => withEndpoints(report, (one) => (isWell(one) ? { ...one, paths: [] } : one)),
  (report) => withEndpoints(report, (one) => ({ ...one, paths: [] })),
  saidOnce,
];

function withEndpoints(report: Report, change: (endpoint: ReportedEndpoint) => ReportedEndpoint): Report {
  return { ...report, endpoints: report.endpoints.map(change) };
}

function isWell(endpoint: ReportedEndpoint): boolean {
  return ['healthy', 'idle'].includes(stateOf(endpoint));
}

/** A finding that a hundred targets share stands among the findings once; where it leads, it only says what it is. */
function saidOnce(report: Report): Report {
  const distinct = new Map(report.findings.toReversed().map((finding) => [sameFinding(finding), finding]));
  const first = report.findings.filter((finding) => distinct.get(sameFinding(finding)) === finding);
  return {
    ...withEndpoints(report, (one) => ({ ...one, diagnosis: briefDiagnosis(one.diagnosis) })),
    findings: first,
    loadBalancers: report.loadBalancers.map(briefResource),
    targetGroups: report.targetGroups.map(briefResource),
  };
}

function briefResource<T extends { readonly leading: Finding | null; readonly diagnosis: Diagnosis }>(resource: T): T {
  return { ...resource, leading: brief(resource.leading), diagnosis: briefDiagnosis(resource.diagnosis) };
}

function briefDiagnosis(diagnosis: Diagnosis): Diagnosis {
  return {
    ...diagnosis,
    leading: brief(diagnosis.leading),
    others: diagnosis.others.flatMap((finding) => brief(finding) ?? []),
  };
}

/** What tells it from others stays as it is: its code, whom it is found at, its culprit, and what mends it. */
function brief(finding: Finding | null): Finding | null {
  if (finding === null) return null;
  const { fix } = finding;
  return { ...finding, facts: [], why: ONCE, fix: { ...fix, cdk: '', confirm: '' }, see: [] };
}

const ONCE = 'Said once, among the findings.';
