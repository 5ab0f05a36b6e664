import { randomUUID } from 'node:crypto';
import type { AwsEndpointSources } from './aws-endpoint-sources.ts';
import { AwsError } from './aws-error.ts';
import type { CloudWatch } from './cloudwatch/open-cloudwatch.ts';
import type { TableStore } from './dynamodb/table-store.ts';
import type { WireAnswer } from './protocols/protocol.ts';
import { refuseUnsigned } from './refuse-unsigned.ts';
import { route } from './route.ts';
import { runCall } from './run-call.ts';
import type { WireRequest } from './wire-request.ts';

/** What stays of an endpoint between requests. */
type EndpointState = {
  readonly sources: AwsEndpointSources;
  readonly cloudWatch: CloudWatch;
  readonly tables: TableStore;
  readonly count: (action: string) => void;
};

/** Answers one request, with an error where AWS would. Whatever else goes wrong is a 500 that says what, never a success. */
export async function answerRequest(request: WireRequest, state: EndpointState): Promise<WireAnswer> {
  const call = route(request);
  const context = { operation: call.operation, version: call.service?.version ?? '', requestId: randomUUID() };
  const { sources, cloudWatch, tables, count } = state;
  try {
    const accessKeyId = refuseUnsigned(request.headers.authorization, call);
    const output = await runCall(call, { world: sources.world(), sources, cloudWatch, tables }, { accessKeyId, count });
    return call.protocol.answer(output, context);
  } catch (error) {
    return call.protocol.refuse(error instanceof AwsError ? error : internalFailure(error), context);
  }
}

function internalFailure(error: unknown): AwsError {
  const message = `The lab's endpoint failed: ${error instanceof Error ? error.stack : String(error)}`;
  return new AwsError('InternalFailure', message, { status: 500 });
}
