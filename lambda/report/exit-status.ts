import type { Report } from '../model/report.ts';
import { isProvenCause } from './is-proven-cause.ts';
import { whyUnjudged } from './why-unjudged.ts';

/**
 * What a report comes to: 0 clean (notes allowed), 2 faults found (a certain or likely cause), 3 a symptom without one,
 * or a subject that could not be judged, as one that is watched and gone or that found no room in the report. 2 beats 3. (1 is
 * the tool's own failure; no report comes of it.)
 */
export function exitStatus(report: Report): 0 | 2 | 3 {
  const { findings, loadBalancers, targetGroups, endpoints, gone = [], truncated } = report;
  if (findings.some(isProvenCause)) return 2;
  const unjudged =
    [...loadBalancers, ...targetGroups].some((one) => whyUnjudged(one) !== null) ||
    endpoints.some((one) => one.unjudged !== null);
  const unexplained = endpoints.some(({ diagnosis }) => diagnosis.symptom !== null);
  return unjudged || unexplained || gone.length > 0 || truncated === 'subjects' ? 3 : 0;
}
