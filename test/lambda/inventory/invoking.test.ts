import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { InvokeOutcome } from '../../../lab/aws/invoke-outcome.ts';
import { awsClients } from '../../../lambda/inventory/aws-clients.ts';
import { onceAdmitted } from '../../../lambda/inventory/once-admitted.ts';
import { awsEnvironment } from '../../bin/run-cli.ts';
import { cutConnections } from '../doctor/cut-connections.ts';
import { groundEndpoint } from '../doctor/ground-endpoint.ts';

const sleeps = vi.hoisted(() => ({ ms: [] as number[] }));
vi.mock('node:timers/promises', () => ({
  setTimeout: async (ms: number, _: unknown, { signal }: { readonly signal?: AbortSignal } = {}) => {
    sleeps.ms.push(ms);
    signal?.throwIfAborted();
  },
}));

const BUSY = { kind: 'service-error', name: 'TooManyRequestsException', message: 'no', status: 429 } as const;
const BROKEN = { kind: 'service-error', name: 'ServiceException', message: 'no', status: 500 } as const;
const PROBER = new InvokeCommand({ FunctionName: 'prober' });

/** Invokes a prober that answers these one after the other. */
async function invoke(outcomes: readonly InvokeOutcome[]) {
  let asked = 0;
  sleeps.ms = [];
  const { aws } = await groundEndpoint({
    invoke: async () => {
      asked += 1;
      return outcomes[Math.min(asked, outcomes.length) - 1] ?? BROKEN;
    },
  });
  const name = await aws.lambda.send(PROBER).then(
    ({ StatusCode }) => StatusCode,
    (error: Error) => error.name,
  );
  return { name, asked, counted: aws.calls['lambda:Invoke'], slept: sleeps.ms };
}

describe('a function', () => {
  it.each<[string, readonly InvokeOutcome[], object]>([
    ['that has room', [{ kind: 'answer', payload: 1 }], { name: 200, asked: 1, counted: 1, slept: [] }],
    [
      'that has room later',
      [BUSY, BUSY, { kind: 'answer', payload: 1 }],
      { name: 200, asked: 3, counted: 3, slept: [1_000, 2_000] },
    ],
    [
      'that never has',
      [BUSY],
      { name: 'TooManyRequestsException', asked: 4, counted: 4, slept: [1_000, 2_000, 4_000] },
    ],
    ['that may have begun', [BROKEN], { name: 'ServiceException', asked: 1, counted: 1, slept: [] }],
  ])('%s', async (_, outcomes, expected) => {
    expect(await invoke(outcomes)).toMatchObject(expected);
  });

  it('of which no answer came is not asked a second time', async () => {
    const sockets = await cutConnections();
    await expect(awsClients().lambda.send(PROBER)).rejects.toThrow();
    expect(sockets).toHaveLength(1);
  });

  it('is asked on a connection of its own, since one that was kept may be closed meanwhile', async () => {
    let connections = 0;
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.end('{}'));
    }).on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const [name, value] of Object.entries({ ...awsEnvironment(url), AWS_REGION: 'eu-west-1' }))
      vi.stubEnv(name, value);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { lambda } = awsClients();
    await lambda.send(PROBER);
    await lambda.send(PROBER);
    expect(connections).toBe(2);
  });
});

it('nobody is asked again once the time is up', async () => {
  const time = new AbortController();
  const calls: number[] = [];
  const call = async () => {
    calls.push(1);
    time.abort();
    throw Object.assign(new Error('no'), { name: 'TooManyRequestsException' });
  };
  await expect(onceAdmitted(call, { signal: time.signal })).rejects.toThrow();
  expect(calls).toHaveLength(1);
});
