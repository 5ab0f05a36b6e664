import { type Answer, answerCloudFormation } from './answer-cloud-formation.ts';
import { type SettleEvent, settleEvent } from './settle-event.ts';
import { settleRequest } from './settle-request.ts';

/** The part of Lambda's context object that is used here (AWS Lambda Developer Guide, "Node.js context object"). */
type InvocationContext = { readonly getRemainingTimeInMillis?: () => number };

/** Kept back for the answer, which itself may take ten seconds. */
const ANSWER_MS = 15_000;

/** The longest that a Lambda function may run, where nothing says how long this one may. */
const MOST_MS = 900_000;

/**
 * The function behind the custom resource that settles what CloudFormation cannot: it writes what is watched into the table
 * when the resource comes or changes, back again too when an update is rolled back, and deletes kept alarms when it goes.
 * What became of it is told to CloudFormation, a failure too, since it would wait otherwise. Throws where the event cannot
 * be read or the answer cannot be given; then Lambda tries again.
 */
export const handler = async (event: unknown, context: InvocationContext = {}): Promise<void> => {
  const request = settleEvent(event);
  const leftMs = (context.getRemainingTimeInMillis?.() ?? MOST_MS) - ANSWER_MS;
  await answerCloudFormation(request, await outcomeOf(request, leftMs));
};

async function outcomeOf(request: SettleEvent, withinMs: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`AWS did not answer within ${withinMs} ms`)), withinMs);
  });
  try {
    return await Promise.race([settleRequest(request), late]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(JSON.stringify({ message: 'failed', kind: request.kind, reason }));
    return { failure: reason };
  } finally {
    clearTimeout(timer);
  }
}
