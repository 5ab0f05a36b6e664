import type { Finding } from '../../model/diagnosis.ts';
import type { Report } from '../../model/report.ts';
import { culpritKey } from '../culprit-key.ts';
import { isProvenCause } from '../is-proven-cause.ts';

/**
 * Distinct faults of the configuration of a load balancer (ARN) or a watched path (name), its target groups, or its targets as
 * long as these answer: an
 * endpoint with a symptom counts by its outcome instead. Notes, consequences and what is only possible never count.
 */
export function misconfiguredCount(report: Report, key: string): number {
  const groups = report.targetGroups.filter((group) => group.loadBalancers.includes(key)).map((group) => group.arn);
  const resources = [key, ...groups];
  const ofSubjects = report.findings.filter(
    ({ subject, resource }) => subject !== 'endpoint' && resources.includes(resource),
  );
  const ofEndpoints = report.endpoints
    .filter(({ loadBalancer, watch, diagnosis }) => (loadBalancer ?? watch) === key && diagnosis.symptom === null)
    .flatMap(({ diagnosis: { leading, others } }): readonly Finding[] =>
      leading === null ? others : [leading, ...others],
    );
  return new Set([...ofSubjects, ...ofEndpoints].filter(isProvenCause).map(culpritKey)).size;
}
