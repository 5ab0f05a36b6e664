import type { Evidence } from '../model/evidence.ts';

/** A subject by the key that memory has it under, and by the id or ARN of what is ill. */
export type NamedSubject = { readonly id: string; readonly resource: string };

/** What a piece of evidence is about. */
export function subjectOf(evidence: Evidence): NamedSubject {
  if (evidence.subject === 'endpoint') return { id: evidence.endpoint.id, resource: evidence.endpoint.target.id };
  const { arn } = evidence.subject === 'load-balancer' ? evidence.loadBalancer : evidence.targetGroup;
  return { id: arn, resource: arn };
}
