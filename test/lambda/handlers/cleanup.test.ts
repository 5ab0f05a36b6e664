import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DeleteAlarmsCommand, type DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../lambda/handlers/cleanup.ts';
import { type AlarmsClient, deleteAlarms } from '../../../lambda/handlers/delete-alarms.ts';

/** CloudWatch as far as it is asked: it lists by prefix in hundreds and forgets what is deleted. */
function cloudWatch(names: readonly string[], { forgets = true } = {}) {
  const left = new Set(names);
  const sizes: number[] = [];
  const forget = ({ AlarmNames = [] }: DeleteAlarmsCommand['input']) => {
    sizes.push(AlarmNames.length);
    for (const name of forgets ? AlarmNames : []) left.delete(name);
  };
  const list = ({ AlarmNamePrefix = '', MaxRecords }: DescribeAlarmsCommand['input']) => {
    const found = [...left].filter((name) => name.startsWith(AlarmNamePrefix)).slice(0, MaxRecords);
    return { MetricAlarms: found.map((AlarmName) => ({ AlarmName })) };
  };
  const send = async (command: DescribeAlarmsCommand | DeleteAlarmsCommand) =>
    command instanceof DeleteAlarmsCommand ? forget(command.input) : list(command.input);
  return { client: { send } as unknown as AlarmsClient, left, sizes };
}

const kept = (count: number) => Array.from({ length: count }, (_, index) => `Web/_kept/${index}`);

describe('kept alarms', () => {
  it.each([
    { count: 0, sizes: [] },
    { count: 1, sizes: [1] },
    { count: 100, sizes: [100] },
    { count: 250, sizes: [100, 100, 50] },
  ])('are deleted in hundreds: $count', async ({ count, sizes }) => {
    const aws = cloudWatch([...kept(count), 'Web/shop/refused', 'Web-2/_kept/0', 'else']);
    expect(await deleteAlarms(aws.client, 'Web/_kept/')).toBe(count);
    expect(aws.sizes).toEqual(sizes);
    expect([...aws.left]).toEqual(['Web/shop/refused', 'Web-2/_kept/0', 'else']);
  });

  it.each(['', ' ', 'Web', 'Web/', '/_kept/', 'Web/_kept'])('are not looked for under %j', async (prefix) => {
    const aws = cloudWatch(['Web/_kept/1', 'else']);
    await expect(deleteAlarms(aws.client, prefix)).rejects.toThrow(JSON.stringify(prefix));
    expect(aws.sizes).toEqual([]);
  });

  it('are given up on where they do not come to an end', async () => {
    const aws = cloudWatch(kept(1), { forgets: false });
    await expect(deleteAlarms(aws.client, 'Web/_kept/')).rejects.toThrow('there are still more');
  });
});

describe('CloudFormation', () => {
  const answers: { body: unknown; headers: IncomingHttpHeaders; method: string | undefined }[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      answers.push({ body: JSON.parse(text), headers: request.headers, method: request.method });
      response.writeHead(status).end();
    });
  });

  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  beforeEach(() => {
    answers.length = 0;
    status = 200;
  });

  const request = (RequestType: string, AlarmPrefix: string) => ({
    RequestType,
    ResponseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer`,
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Alarms',
    ResourceType: 'Custom::OriginDoctorAlarms',
    ResourceProperties: { ServiceToken: 'arn', AlarmPrefix },
  });

  it.each(['Create', 'Update'])('is told at %s that nothing is to be done', async (kind) => {
    await handler(request(kind, 'Web/_kept/'));
    expect(answers).toEqual([
      expect.objectContaining({
        method: 'PUT',
        body: {
          Status: 'SUCCESS',
          Reason: 'done',
          PhysicalResourceId: 'Web/_kept/',
          StackId: 'stack',
          RequestId: 'request',
          LogicalResourceId: 'Alarms',
        },
      }),
    ]);
    expect(answers[0]?.headers['content-type'] ?? '').toBe('');
  });

  it('is told why it failed, and need not wait for an hour', async () => {
    await handler(request('Delete', ''));
    expect(answers.map(({ body }) => body)).toEqual([
      expect.objectContaining({
        Status: 'FAILED',
        Reason: expect.stringContaining('the prefix of alarms to delete is ""'),
      }),
    ]);
  });

  it('is not thought to know what it did not take', async () => {
    status = 403;
    await expect(handler(request('Create', 'Web/_kept/'))).rejects.toThrow('403');
  });

  it.each([
    { name: 'nothing', event: undefined, says: 'event:' },
    { name: 'another kind', event: { RequestType: 'Forget' }, says: 'RequestType' },
  ])('is not answered where it asks $name', async ({ event, says }) => {
    await expect(handler(event)).rejects.toThrow(says);
    expect(answers).toEqual([]);
  });
});
