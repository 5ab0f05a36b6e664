import type { Report, ReportedEndpoint } from '../model/report.ts';
import { fittingReport } from './fitting-report.ts';
import { jsonBytes } from './json-bytes.ts';
import { stateOf } from './page/state-of.ts';
import { saidOnce } from './said-once.ts';

/**
 * The report, with as much of it as fits into so many bytes of JSON; `truncated` says what went where that is not all.
 * What can be missed goes first: the paths of endpoints that are well, all paths, then what is said twice; subjects go last.
 * Whatever is left out, an endpoint that is told keeps what leads there, and the report comes to nothing better.
 */
export function boundedReport(report: Report, mostBytes: number): Report {
  if (jsonBytes(report) <= mostBytes) return report;
  let shorter: Report = { ...report, truncated: 'paths' };
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
