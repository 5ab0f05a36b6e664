import { dialableRanges } from '../probe/dialable-ranges.ts';
import { probeAll } from '../probe/probe-all.ts';
import type { ProberAnswer } from '../probe/prober-message.ts';
import { readProberEvent } from '../probe/read-prober-event.ts';

/**
 * The prober function: dials what it is handed (`ProberEvent`) and answers what it saw. It has sockets only: no SDK, no
 * dependency, no log. Throws, with nothing dialled, where the environment or the event is not as it must be.
 */
export async function handler(event: unknown, context?: InvocationContext): Promise<ProberAnswer> {
  const { endpoints, deadlineMs, dwellMs } = readProberEvent(event, dialableRanges(process.env));
  const withinMs = (context?.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY) - ANSWER_MS;
  const probed = await probeAll(endpoints, { deadlineMs, dwellMs, withinMs, maxSockets: 900 });
  return { results: probed.map(({ request, probe }) => ({ id: request.id, ...probe })) };
}

/** The part of Lambda's context object that is used here (AWS Lambda Developer Guide, "Node.js context object"). */
type InvocationContext = { readonly getRemainingTimeInMillis?: () => number };

/** Kept back for writing the answer: an invocation that runs out of time loses all of it. */
const ANSWER_MS = 500;
