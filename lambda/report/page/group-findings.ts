import type { Finding } from '../../model/diagnosis.ts';
import type { Report, ReportedEndpoint } from '../../model/report.ts';

/** One finding said once: the endpoints that it was found at, and whether it leads at one of them at least. */
export type FindingGroup = {
  readonly finding: Finding;
  readonly endpoints: readonly ReportedEndpoint[];
  readonly leads: boolean;
};

/**
 * Gathers a report's findings into distinct ones: the same code, culprit and fix is one, however many targets and zones
 * show it. The order is that of `report.findings`, hence a leading finding comes before all that lead nowhere.
 */
export function groupFindings(report: Report): readonly FindingGroup[] {
  const firsts = new Map<string, Finding>();
  for (const finding of report.findings) {
    if (!firsts.has(keyOf(finding))) firsts.set(keyOf(finding), finding);
  }
  const leading = new Set(leadingOf(report).map(keyOf));
  return [...firsts].map(([key, finding]) => ({
    finding,
    endpoints: report.endpoints.filter(({ diagnosis: { leading: first, others } }) =>
      [...(first === null ? [] : [first]), ...others].some((one) => keyOf(one) === key),
    ),
    leads: leading.has(key),
  }));
}

function keyOf({ code, culprit, fix }: Finding): string {
  const { resource, line, value } = culprit;
  return JSON.stringify([code, resource, line, value, fix.summary, fix.commands, fix.verified]);
}

function leadingOf({ endpoints, targetGroups, loadBalancers }: Report): readonly Finding[] {
  const all = [...endpoints.map(({ diagnosis }) => diagnosis), ...targetGroups, ...loadBalancers];
  return all.flatMap(({ leading }) => (leading === null ? [] : [leading]));
}
