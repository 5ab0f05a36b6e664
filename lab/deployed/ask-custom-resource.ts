import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InvokeOutcome } from '../aws/invoke-outcome.ts';

/** What CloudFormation asks of the function behind a custom resource. */
export type CustomRequest = {
  readonly type: 'Create' | 'Delete';
  readonly logicalId: string;
  readonly resourceType: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** What it was called when it was made; absent while it is being made. */
  readonly physicalId?: string;
};

/** What a custom resource is called, and what others may read of it (`Fn::GetAtt`). */
export type CustomResource = { readonly physicalId: string; readonly attributes: Readonly<Record<string, string>> };

type Said = {
  readonly Status: string;
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly Data?: Readonly<Record<string, string>>;
};

/**
 * Asks as CloudFormation does, and waits for the answer at a URL of its own. Rejects where the answer is a failure, or the
 * function ends without one
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requesttypes.html).
 */
export async function askCustomResource(
  { type, logicalId, resourceType, properties, physicalId }: CustomRequest,
  invoke: (event: unknown) => Promise<InvokeOutcome>,
): Promise<CustomResource> {
  let said: Said | null = null;
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      said = JSON.parse(text);
      response.end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    const outcome = await invoke({
      RequestType: type,
      ResponseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      StackId: 'arn:aws:cloudformation:lab:000000000000:stack/lab/1',
      RequestId: `${type}-${logicalId}`,
      ...{ ResourceType: resourceType, LogicalResourceId: logicalId, PhysicalResourceId: physicalId },
      ResourceProperties: properties,
    });
    return answerIn(said, outcome, logicalId);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function answerIn(said: Said | null, outcome: InvokeOutcome, logicalId: string): CustomResource {
  if (said === null) throw new Error(`${logicalId}: its function gave no answer: ${JSON.stringify(outcome)}`);
  if (said.Status !== 'SUCCESS') throw new Error(`${logicalId}: ${said.Reason}`);
  return { physicalId: said.PhysicalResourceId, attributes: said.Data ?? {} };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
