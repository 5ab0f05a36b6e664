import { InvokeCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import type { InvokeOutcome } from '../../../lab/aws/invoke-outcome.ts';
import { smallEndpoint } from './small-endpoint.ts';

describe('Lambda Invoke', () => {
  it.each([
    'prober-a',
    'prober-a:live',
    '111122223333:function:prober-a',
    'arn:aws:lambda:eu-west-1:111122223333:function:prober-a',
    'arn:aws:lambda:eu-west-1:111122223333:function:prober-a:$LATEST',
  ])('of %s answers what the function answers', async (FunctionName) => {
    const { lambda } = await smallEndpoint();
    const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify({ ü: [1] }) }));
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST' });
    expect(answer.FunctionError).toBeUndefined();
    expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toEqual({
      functionName: 'prober-a',
      payload: { ü: [1] },
    });
  });

  it("marks the function's own error, with status 200", async () => {
    const payload = { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 3.00 seconds' };
    const { lambda } = await smallEndpoint({ invoke: async () => ({ kind: 'function-error', payload }) });
    const answer = await lambda.send(new InvokeCommand({ FunctionName: 'prober-a' }));
    expect(answer).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
    expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toEqual(payload);
  });

  it.each([
    ['ResourceNotFoundException', 404],
    ['TooManyRequestsException', 429],
    ['ENILimitReachedException', 502],
    ['SubnetIPAddressLimitReachedException', 502],
    ['EC2ThrottledException', 502],
    ['InvalidSecurityGroupIDException', 502],
  ])("answers Lambda's own %s with status %i", async (name, status) => {
    const outcome: InvokeOutcome = { kind: 'service-error', name, message: `because ${name}`, status };
    const { lambda } = await smallEndpoint({ invoke: async () => outcome });
    await expect(lambda.send(new InvokeCommand({ FunctionName: 'prober-a' }))).rejects.toMatchObject({
      name,
      message: `because ${name}`,
      $metadata: { httpStatusCode: status },
    });
  });

  it.each([
    ['RequestResponse', 200, 1],
    ['Event', 202, 1],
    ['DryRun', 204, 0],
  ] as const)('of type %s has status %i', async (InvocationType, status, times) => {
    const invoked: string[] = [];
    const invoke = async (name: string): Promise<InvokeOutcome> => {
      invoked.push(name);
      return { kind: 'answer', payload: null };
    };
    const { lambda } = await smallEndpoint({ invoke });
    const answer = await lambda.send(new InvokeCommand({ FunctionName: 'prober-a', InvocationType }));
    expect(answer.StatusCode).toBe(status);
    expect(invoked).toHaveLength(times);
  });

  it('of an event does not wait for what becomes of it, and tells that there is no such function', async () => {
    const event = new InvokeCommand({ FunctionName: 'prober-a', InvocationType: 'Event' });
    const endless = await smallEndpoint({ invoke: () => new Promise(() => {}) });
    expect(await endless.lambda.send(event)).toMatchObject({ StatusCode: 202 });
    const missing = { kind: 'service-error', name: 'ResourceNotFoundException', message: 'no', status: 404 } as const;
    const without = await smallEndpoint({ invoke: async () => missing });
    await expect(without.lambda.send(event)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it.each([
    ['what is not JSON', { Payload: '{' }, 'InvalidRequestContentException', 400],
    ['more than 6 MB', { Payload: JSON.stringify('x'.repeat(6_291_456)) }, 'RequestTooLargeException', 413],
    ['a name that cannot be', { FunctionName: 'a b' }, 'ValidationException', 400],
  ])('refuses %s', async (_what, input, name, status) => {
    const { lambda } = await smallEndpoint();
    const sent = lambda.send(new InvokeCommand({ FunctionName: 'prober-a', ...input }));
    await expect(sent).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
  });

  it('is all that Lambda does here', async () => {
    const { lambda } = await smallEndpoint();
    await expect(lambda.send(new ListFunctionsCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      $metadata: { httpStatusCode: 404 },
    });
  });
});
