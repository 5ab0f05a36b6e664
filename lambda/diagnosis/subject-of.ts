import type { Evidence } from '../model/evidence.ts';

/**
 * A subject by the key that memory has it under, and by the id or ARN of what is ill. `isWatched`: it is an endpoint behind no
 * load balancer.
 */
export type NamedSubject = { readonly id: string; readonly resource: string; readonly isWatched: boolean };

/** What a piece of evidence is about. */
export function subjectOf(evidence: Evidence): NamedSubject {
  if (evidence.subject === 'endpoint') {
    const { id, target } = evidence.endpoint;
    return { id, resource: target.id, isWatched: evidence.loadBalancer === null };
  }
  const { arn } = evidence.subject === 'load-balancer' ? evidence.loadBalancer : evidence.targetGroup;
  return { id: arn, resource: arn, isWatched: false };
}
