import type { Diagnosis, Finding } from '../../model/diagnosis.ts';
import type { Report, ReportedEndpoint } from '../../model/report.ts';
import { sameFinding } from '../same-finding.ts';
import { diagnosesOf } from './diagnoses-of.ts';

/**
 * One finding said once: the endpoints that it was found at (none for a load balancer or target group as such), every
 * diagnosis that names it, and whether it leads in one of them at least.
 */
export type FindingGroup = {
  readonly finding: Finding;
  readonly endpoints: readonly ReportedEndpoint[];
  readonly diagnoses: readonly Diagnosis[];
  readonly leads: boolean;
};

/**
 * Gathers a report's findings into distinct ones: the same code, culprit and fix is one, however many targets and zones
 * show it. The order is that of `report.findings`, hence a leading finding comes before all that lead nowhere.
 */
export function groupFindings(report: Report): readonly FindingGroup[] {
  const firsts = new Map<string, Finding>();
  for (const finding of report.findings) {
    if (!firsts.has(sameFinding(finding))) firsts.set(sameFinding(finding), finding);
  }
  const endpoints = gathered(report.endpoints, ({ diagnosis }) => diagnosis);
  const diagnoses = gathered(diagnosesOf(report), (diagnosis) => diagnosis);
  return [...firsts].map(([key, finding]) => ({
    finding,
    endpoints: endpoints.get(key) ?? [],
    diagnoses: diagnoses.get(key) ?? [],
    leads: (diagnoses.get(key) ?? []).some(({ leading }) => leading !== null && sameFinding(leading) === key),
  }));
}

/** Things by the findings that their diagnoses name, each once. */
function gathered<T>(things: readonly T[], diagnosisOf: (thing: T) => Diagnosis): ReadonlyMap<string, readonly T[]> {
  const byKey = new Map<string, T[]>();
  for (const thing of things) {
    const { leading, others } = diagnosisOf(thing);
    const keys = new Set([...(leading === null ? [] : [leading]), ...others].map(sameFinding));
    for (const key of keys) {
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, [thing]);
      else same.push(thing);
    }
  }
  return byKey;
}
