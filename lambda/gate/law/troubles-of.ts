import type { Diagnosis, Finding } from '../../model/diagnosis.ts';
import type { Report, ReportedEndpoint } from '../../model/report.ts';
import { isProvenCause } from '../../report/is-proven-cause.ts';
import { endpointName } from '../../report/page/endpoint-name.ts';
import { isLeaving } from './is-leaving.ts';

/**
 * What is in the way at one subject. `fault`: a cause, certain or likely, leads. `symptom`: an endpoint is ill and no cause is
 * proven. `blind`: it could not be looked at.
 */
export type Trouble = {
  readonly kind: 'fault' | 'symptom' | 'blind';
  /** The same for the same trouble in every report. */
  readonly key: string;
  /** `Endpoint.id`; null of a load balancer or target group as such. */
  readonly endpoint: string | null;
  /** ISO 8601; null where nothing says since when. */
  readonly since: string | null;
  /** A sentence or two, as they are to be read by whoever waits. */
  readonly words: string;
  readonly finding: Finding | null;
};

/** Everything in a report that may be in the way of a deployment. Targets on their way out are passed over. */
export function troublesOf({ loadBalancers, targetGroups, endpoints }: Report): readonly Trouble[] {
  return [
    ...loadBalancers.flatMap((one) => ofWhole(one, `load balancer ${one.name}`)),
    ...targetGroups.flatMap((one) => ofWhole(one, `target group ${one.name}`)),
    ...endpoints.filter((one) => !isLeaving(one)).flatMap(ofEndpoint),
  ];
}

type Whole = { readonly arn: string; readonly diagnosis: Diagnosis; readonly unjudged: string | null };

function ofWhole({ arn, diagnosis, unjudged }: Whole, name: string): readonly Trouble[] {
  const fault = faultOf(diagnosis, name, null);
  return [...(fault === null ? [] : [fault]), ...(unjudged === null ? [] : [blind(arn, name, unjudged, null)])];
}

/** One trouble per endpoint: who is ill for a reason is not also ill without one. */
function ofEndpoint(endpoint: ReportedEndpoint): readonly Trouble[] {
  const { id, diagnosis, unjudged } = endpoint;
  const name = endpointName(endpoint);
  const fault = faultOf(diagnosis, name, id);
  if (fault !== null) return [fault];
  const { symptom, since } = diagnosis;
  if (symptom !== null && symptom.outcome !== 'inconclusive') {
    const words = `${name}: ${symptom.outcome}, and no cause of it is proven.`;
    return [{ kind: 'symptom', key: `${id} ${symptom.outcome}`, endpoint: id, since, words, finding: null }];
  }
  if (unjudged !== null) return [blind(id, name, unjudged, id)];
  return symptom === null ? [] : [blind(id, name, 'dialling it failed on our side', id)];
}

/** A fault of our own probers says nothing of a target: it leaves us blind. */
function faultOf({ leading }: Diagnosis, name: string, endpoint: string | null): Trouble | null {
  if (leading === null || !isProvenCause(leading)) return null;
  const { code, resource, culprit, since, why, fix } = leading;
  if (leading.component === 'prober') return { ...blind(endpoint ?? resource, name, why, endpoint), finding: leading };
  const key = JSON.stringify([code, resource, culprit.resource, culprit.line ?? null, culprit.value ?? null]);
  const words = `${name}: ${leading.title} (${code}, ${leading.certainty}). ${why} ${fix.summary}`;
  return { kind: 'fault', key, endpoint, since, words, finding: leading };
}

function blind(id: string, name: string, why: string, endpoint: string | null): Trouble {
  const words = `${name} could not be looked at: ${why}${/[.!?]$/.test(why) ? '' : '.'}`;
  return { kind: 'blind', key: `${id} blind`, endpoint, since: null, words, finding: null };
}
