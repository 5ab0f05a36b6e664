import * as z from 'zod';
import type { BusEvent } from './bus-event.ts';
import { isoTime } from './iso-time.ts';
import type { MonitorTrigger } from './monitor-trigger.ts';
import { parseField } from './parse-field.ts';
import { principalOf, userIdentity } from './principal-of.ts';
import { touchedResources } from './touched-resources.ts';

const CALL = z.object({
  eventID: z.string().min(1),
  eventTime: isoTime,
  eventName: z.string().min(1),
  apiVersion: z.string().nullish(),
  userIdentity: userIdentity.default({}),
  errorCode: z.string().nullish(),
  readOnly: z.boolean().nullish(),
  requestParameters: z.unknown(),
  responseElements: z.unknown(),
});

/** Classic Load Balancers share the event source, and some names of calls; they name no ARN. */
const CLASSIC_API = '2012-06-01';

const MOST_NAMED = 4;

/**
 * Reads CloudTrail's account of a call (`AWS API Call via CloudTrail`). A call that failed, only read, or was of a
 * Classic Load Balancer has changed nothing that is watched, and is ignored.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function readChange({ detail }: BusEvent): MonitorTrigger {
  const parsed = parseField(CALL, detail, ['detail']);
  if (!parsed.ok) return { kind: 'refused', why: parsed.why };
  const { eventID: id, eventTime: at, eventName: event, ...call } = parsed.value;
  const nothing = changedNothing(parsed.value);
  if (nothing !== null) return { kind: 'ignored', id, why: `${event} ${nothing}` };
  const who = principalOf(call.userIdentity);
  const resources = touchedResources(call.requestParameters, call.responseElements);
  return { kind: 'change', id, at, event, who, resources, summary: `${who} called ${event}${on(resources)}` };
}

/** Why it is of no consequence; null where it is. */
function changedNothing({ errorCode, readOnly, apiVersion }: z.infer<typeof CALL>): string | null {
  if (errorCode) return `failed with ${errorCode} and changed nothing`;
  if (readOnly === true) return 'only reads';
  return apiVersion === CLASSIC_API ? 'is of a Classic Load Balancer' : null;
}

function on(resources: readonly string[]): string {
  if (resources.length === 0) return '';
  const more = resources.length - MOST_NAMED;
  return ` on ${resources.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
