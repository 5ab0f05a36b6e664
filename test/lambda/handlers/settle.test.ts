import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DeleteAlarmsCommand, type DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type AlarmsClient, deleteAlarms } from '../../../lambda/handlers/delete-alarms.ts';
import { deployedSettings } from '../../../lambda/handlers/deployed-settings.ts';
import { handler } from '../../../lambda/handlers/settle.ts';
import { keptTable } from '../memory/kept-table.ts';

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

  afterEach(() => vi.unstubAllEnvs());

  const settings = {
    probers: [{ functionName: 'prober-a', subnetId: 'subnet-a', securityGroups: ['sg-1'] }],
    loadBalancers: ['arn:shop'],
    declared: { 'arn:shop': { ports: [443], clients: ['0.0.0.0/0'] } },
  };
  const properties = {
    ServiceToken: 'arn',
    AlarmPrefix: 'Web/_kept/',
    Table: 'origin-doctor',
    Settings: JSON.stringify(settings),
    Package: '1.0.0',
  };
  const request = (RequestType: string, changes: object = {}, PhysicalResourceId?: string) => ({
    RequestType,
    ResponseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer`,
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Settings',
    ResourceType: 'Custom::OriginDoctorSettings',
    ...(PhysicalResourceId === undefined ? {} : { PhysicalResourceId }),
    ResourceProperties: { ...properties, ...changes },
  });
  const version = () => String(Object(answers.at(-1)?.body).Data?.Version);

  /** The function finds the lab's table, as it would find AWS's. */
  async function inTheLab(options: { forbidden?: readonly string[] } = {}) {
    const kept = await keptTable(options);
    vi.stubEnv('AWS_ENDPOINT_URL', kept.endpoint.url);
    vi.stubEnv('AWS_REGION', 'eu-west-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    return kept;
  }

  /** What the monitor would read with these settings in its environment. */
  const read = () => deployedSettings({ ORIGIN_DOCTOR_TABLE: 'origin-doctor', ORIGIN_DOCTOR_SETTINGS: version() });

  it.each(['Create', 'Update'])(
    'is told at %s the version of what was written, in a row that does not expire',
    async (kind) => {
      const { rows } = await inTheLab();
      await handler(request(kind));
      expect(answers).toEqual([
        expect.objectContaining({
          method: 'PUT',
          body: {
            Status: 'SUCCESS',
            Reason: 'done',
            PhysicalResourceId: 'Web/_kept/',
            Data: { Version: expect.stringMatching(/^[0-9a-f]{16}$/) },
            StackId: 'stack',
            RequestId: 'request',
            LogicalResourceId: 'Settings',
          },
        }),
      ]);
      expect(answers[0]?.headers['content-type'] ?? '').toBe('');
      expect((await rows('settings')).map((row) => Object.keys(row).toSorted())).toEqual([
        ['pk', 'settings', 'sk', 'version'],
      ]);
      expect(await read()).toMatchObject({
        probers: settings.probers,
        loadBalancers: ['arn:shop'],
        declarations: settings.declared,
      });
    },
  );

  it('has an update undone by the properties before it', async () => {
    await inTheLab();
    await handler(request('Create'));
    const before = version();
    await handler(
      request('Update', { Settings: JSON.stringify({ ...settings, loadBalancers: ['arn:new'] }) }, 'Web/_kept/'),
    );
    expect(version()).not.toBe(before);
    expect(await read()).toMatchObject({ loadBalancers: ['arn:new'] });
    await handler(request('Update', {}, 'Web/_kept/'));
    expect(version()).toBe(before);
    expect(await read()).toMatchObject({ loadBalancers: ['arn:shop'] });
  });

  it('is told when kept alarms are gone, and the settings are left to go with their table', async () => {
    const { rows } = await inTheLab();
    await handler(request('Create'));
    await handler(request('Delete', {}, 'Web/_kept/'));
    expect(answers[1]?.body).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'Web/_kept/' });
    expect(await rows('settings')).toHaveLength(1);
  });

  it.each(['Web/_none/', 'Web'])('is told that it is gone where it kept no alarms: %s', async (AlarmPrefix) => {
    const { endpoint } = await inTheLab();
    await handler(request('Delete', { AlarmPrefix }, AlarmPrefix));
    expect(answers[0]?.body).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: AlarmPrefix });
    expect(endpoint.calls()).toEqual({});
  });

  const FAILURES: readonly { name: string; kind: string; changes: object; says: string }[] = [
    {
      name: 'alarms of no deployment',
      kind: 'Delete',
      changes: { AlarmPrefix: '/_kept/' },
      says: 'the prefix of alarms to delete is "/_kept/"',
    },
    { name: 'no prefix', kind: 'Delete', changes: { AlarmPrefix: '' }, says: 'ResourceProperties.AlarmPrefix' },
    { name: 'no table', kind: 'Create', changes: { Table: undefined }, says: 'ResourceProperties.Table' },
    { name: 'another table', kind: 'Create', changes: { Table: 'nowhere' }, says: 'PutItem on the table nowhere' },
    { name: 'settings that are not JSON', kind: 'Create', changes: { Settings: '{' }, says: 'they are not JSON' },
    {
      name: 'texts where numbers should be, as CloudFormation would make them',
      kind: 'Create',
      changes: { Settings: JSON.stringify({ ...settings, declared: { a: { ports: ['443'], clients: [] } } }) },
      says: 'declared: a: ports: 0: ',
    },
    {
      name: 'more wrong than an answer has room for',
      kind: 'Create',
      changes: { Settings: JSON.stringify({ ...settings, loadBalancers: Array.from({ length: 2000 }, () => 1) }) },
      says: 'loadBalancers: 0: ',
    },
  ];

  it.each(FAILURES)(
    'is told why it failed, and that the resource keeps its name: $name',
    async ({ kind, changes, says }) => {
      const { rows } = await inTheLab();
      await handler(request(kind, changes, 'Before/_kept/'));
      expect(answers.map(({ body }) => body)).toEqual([
        expect.objectContaining({
          Status: 'FAILED',
          Reason: expect.stringContaining(says),
          PhysicalResourceId: 'Before/_kept/',
        }),
      ]);
      expect(JSON.stringify(answers[0]?.body).length).toBeLessThan(4096);
      expect(await rows('settings')).toEqual([]);
    },
  );

  it('is told that the function may not write', async () => {
    await inTheLab({ forbidden: ['dynamodb:PutItem'] });
    await handler(request('Create'));
    expect(answers[0]?.body).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('AccessDenied'),
      PhysicalResourceId: 'Settings',
    });
  });

  it('is told before the time of the function is up', async () => {
    await inTheLab();
    vi.stubEnv('AWS_ENDPOINT_URL', await silentUrl());
    await handler(request('Create'), { getRemainingTimeInMillis: () => 15_050 });
    expect(answers[0]?.body).toMatchObject({ Status: 'FAILED', Reason: 'AWS did not answer within 50 ms' });
  });

  it('is not thought to know what it did not take', async () => {
    await inTheLab();
    status = 403;
    await expect(handler(request('Create'))).rejects.toThrow('403');
  });

  it.each([
    { name: 'nothing', event: undefined, says: 'event:' },
    { name: 'another kind', event: { RequestType: 'Forget' }, says: 'RequestType' },
  ])('is not answered where it asks $name', async ({ event, says }) => {
    await expect(handler(event)).rejects.toThrow(says);
    expect(answers).toEqual([]);
  });
});

/** A service that takes connections and says nothing. */
async function silentUrl(): Promise<string> {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    silent.closeAllConnections();
    silent.close();
  });
  return `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
}
