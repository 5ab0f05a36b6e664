import type { Finding } from '../../model/diagnosis.ts';
import type { Decision } from '../../model/flow.ts';
import type { ReportedEndpoint, ReportedPath } from '../../model/report.ts';

/** One path, and the endpoint that it leads to. */
export type LeadingPath = { readonly endpoint: ReportedEndpoint; readonly path: ReportedPath };

/**
 * Of all paths to the endpoints at which a finding was made, the one that shows it best: it breaks at the line to blame,
 * starts where the fault shows, and is denied. Null where no path was judged. Of a failure without a `finding`, the worst one.
 */
export function leadingPath(endpoints: readonly ReportedEndpoint[], finding: Finding | null): LeadingPath | null {
  const all = endpoints.flatMap((endpoint) => endpoint.paths.map((path) => ({ endpoint, path })));
  return all.reduce<LeadingPath | null>(
    (best, one) => (best === null || compare(rank(one, finding), rank(best, finding)) < 0 ? one : best),
    null,
  );
}

/** Lower is better, the first number first. */
function rank({ endpoint, path }: LeadingPath, finding: Finding | null): readonly number[] {
  return [
    Number(!(finding !== null && breaksAt(path, finding.culprit))),
    Number(!showsFrom(endpoint, path, finding)),
    DECISIONS[path.verdict],
  ];
}

function breaksAt({ forward, return: answer }: ReportedPath, { resource, line }: Finding['culprit']): boolean {
  return [...forward, ...answer].some(
    (hop) =>
      hop.decision !== 'allow' &&
      [hop.resource, ...(hop.resources ?? [])].includes(resource) &&
      (line === undefined || hop.line === undefined || hop.line === line),
  );
}

function showsFrom({ probes }: ReportedEndpoint, { zone }: ReportedPath, finding: Finding | null): boolean {
  if (finding !== null && finding.zones !== null) return zone !== null && finding.zones.includes(zone);
  return probes.some(
    (probe) => probe.zone === zone && probe.outcome !== 'connected' && probe.outcome !== 'inconclusive',
  );
}

const DECISIONS: Record<Decision, number> = { deny: 0, unknown: 1, allow: 2 };

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return (a[at] ?? 0) - (b[at] ?? 0);
}
