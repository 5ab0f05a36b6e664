import { setImmediate as passed } from 'node:timers/promises';
import { AwsError } from '../aws-error.ts';
import { textOf } from '../codecs/text-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { InvokeOutcome } from '../invoke-outcome.ts';
import type { Operation } from '../operation.ts';
import { functionArn } from './function-arn.ts';
import { functionName } from './function-name.ts';

/** AWS Lambda quotas: 6 MB each way in a synchronous call. */
const MOST_BYTES = 6_291_456;

/** `Invoke`: synchronously, or only handed over (`Event`), or not at all (`DryRun`). */
export const invoke: Operation = {
  action: 'lambda:InvokeFunction',
  resource: (input, world) => functionArn(functionName(input), world),
  run: async (input, { sources }) => {
    const name = functionName(input);
    const payload = payloadOf(textOf(input, 'Payload') ?? '');
    const type = textOf(input, 'InvocationType') ?? 'RequestResponse';
    if (type === 'DryRun') return { StatusCode: 204 };
    if (type === 'Event') return handedOver(sources.invoke(name, payload));
    if (type === 'RequestResponse') return answerOf(await sources.invoke(name, payload));
    throw new AwsError('InvalidParameterValueException', `InvocationType ${type} is not valid`);
  },
};

function payloadOf(text: string): unknown {
  if (Buffer.byteLength(text) > MOST_BYTES) {
    const message = `Request must be smaller than ${MOST_BYTES} bytes for the InvokeFunction operation`;
    throw new AwsError('RequestTooLargeException', message, { status: 413 });
  }
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch (error) {
    const message = `Could not parse request body into json: ${String(error)}`;
    throw new AwsError('InvalidRequestContentException', message);
  }
}

/**
 * What becomes of an event is not the caller's to know, who is not kept waiting for it: only that the function is there, which
 * shows at once.
 */
async function handedOver(running: Promise<InvokeOutcome>): Promise<TreeObject> {
  const outcome = await Promise.race([running, passed()]);
  if (outcome?.kind === 'service-error') answerOf(outcome);
  running.catch(() => {});
  return { StatusCode: 202 };
}

function answerOf(outcome: InvokeOutcome): TreeObject {
  if (outcome.kind === 'service-error') {
    throw new AwsError(outcome.name, outcome.message, { status: outcome.status, exception: outcome.name });
  }
  return {
    StatusCode: 200,
    ExecutedVersion: '$LATEST',
    FunctionError: outcome.kind === 'function-error' ? 'Unhandled' : undefined,
    Payload: JSON.stringify(outcome.payload ?? null),
  };
}
