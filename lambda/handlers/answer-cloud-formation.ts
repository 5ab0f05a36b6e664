import type { SettleEvent } from './settle-event.ts';

/** What became of a request: why it failed, or the resource's name and what others may read of it (`Fn::GetAtt`). */
export type Answer =
  | { readonly failure: string }
  | { readonly physicalId: string; readonly attributes: Readonly<Record<string, string>> };

/**
 * Tells CloudFormation
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html). A resource whose request
 * failed keeps its name: under another one CloudFormation would take the old one for replaced, and have it deleted.
 * Throws where the answer is not taken.
 */
export async function answerCloudFormation(request: SettleEvent, answer: Answer): Promise<void> {
  const { responseUrl, physicalId, echo } = request;
  const said =
    'failure' in answer
      ? { Status: 'FAILED', Reason: reasonOf(answer.failure), PhysicalResourceId: physicalId ?? echo.LogicalResourceId }
      : { Status: 'SUCCESS', Reason: 'done', PhysicalResourceId: answer.physicalId, Data: answer.attributes };
  const response = await fetch(responseUrl, {
    method: 'PUT',
    // The URL was signed for a body without a type.
    headers: { 'content-type': '' },
    body: JSON.stringify({ ...echo, ...said }),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  if (!response.ok)
    throw new Error(`CloudFormation did not take the answer: ${response.status} ${response.statusText}`);
}

const ANSWER_MS = 10_000;

/** An answer may have 4,096 bytes, of which ARNs and ids take a quarter. */
const MOST_CHARACTERS = 1000;

function reasonOf(failure: string): string {
  return failure.length <= MOST_CHARACTERS ? failure : `${failure.slice(0, MOST_CHARACTERS)}…`;
}
