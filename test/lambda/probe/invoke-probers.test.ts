import type { InvokeCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { dialableRanges } from '../../../lambda/probe/dialable-ranges.ts';
import { invokeProbers, type Prober } from '../../../lambda/probe/invoke-probers.ts';
import type { ProberEvent, ProberResult } from '../../../lambda/probe/prober-message.ts';
import type { InvokeOutput } from '../../../lambda/probe/read-prober-answer.ts';
import { endpoint, vantagePoint } from './work.ts';

const AT = '2026-01-02T03:04:05.678Z';
const now = () => new Date('2026-01-02T03:00:00.000Z');

const proberA: Prober = { functionName: 'prober-a', subnetId: 'subnet-a', securityGroups: ['sg-2', 'sg-1'] };
const seen = { outcome: 'refused', errno: 'ECONNREFUSED', detail: null, elapsedMs: 0.4, attempts: 1, at: AT } as const;
const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

type Call = { readonly functionName: string | undefined; readonly event: ProberEvent };

/** Stands in for Lambda: remembers what was asked, and how many calls were under way at once. */
const lambda = (answer: (call: Call) => InvokeOutput | Promise<InvokeOutput>) => {
  const calls: Call[] = [];
  const underWay = { now: 0, most: 0 };
  const send = async ({ input }: InvokeCommand): Promise<InvokeOutput> => {
    const event = JSON.parse(new TextDecoder().decode(input.Payload as Uint8Array)) as ProberEvent;
    const call = { functionName: input.FunctionName, event };
    calls.push(call);
    underWay.now += 1;
    underWay.most = Math.max(underWay.most, underWay.now);
    await new Promise((resolve) => setImmediate(resolve));
    underWay.now -= 1;
    return answer(call);
  };
  return { calls, underWay, client: { send } };
};

const answerAll = ({ event }: Call): InvokeOutput => ({
  Payload: text({ results: event.endpoints.map(({ id }): ProberResult => ({ id, ...seen })) }),
});

it('hands the prober its work and maps the answers', async () => {
  const { client, calls } = lambda(answerAll);
  const counted: string[] = [];
  const count = (operation: string) => counted.push(operation);
  const dial = invokeProbers({ client, probers: [proberA], deadlineMs: 1000, dwellMs: 0, now, count });
  const results = await dial([{ vantagePoint: vantagePoint(), endpoints: [endpoint('web'), endpoint('api')] }]);
  expect(calls).toEqual([
    {
      functionName: 'prober-a',
      event: {
        endpoints: [
          { id: 'web', address: '10.0.1.5', port: 8080 },
          { id: 'api', address: '10.0.1.5', port: 8080 },
        ],
        deadlineMs: 1000,
        dwellMs: 0,
      },
    },
  ]);
  const place = { vantagePoint: 'shop@eu-west-1a', zone: 'eu-west-1a' };
  expect(results).toEqual([
    { endpoint: 'web', ...place, ...seen },
    { endpoint: 'api', ...place, ...seen },
  ]);
  expect(counted).toEqual(['lambda:Invoke']);
});

describe('a prober of its own identity', () => {
  const own: Prober = { functionName: 'prober-own', subnetId: 'subnet-a', securityGroups: ['sg-9'], identity: 'own' };
  const worn = { securityGroups: ['sg-9'] };
  it.each<readonly [string, readonly Prober[], string | undefined, object]>([
    ['dials where no other stands, and says what it wore', [own], 'prober-own', worn],
    ['gives way to one that wears the very groups', [own, proberA], 'prober-a', {}],
    ['does not dial from another subnet', [{ ...own, subnetId: 'subnet-b' }], undefined, {}],
  ])('%s', async (_, probers, functionName, said) => {
    const { client, calls } = lambda(answerAll);
    const dial = invokeProbers({ client, probers, now });
    const [result] = await dial([{ vantagePoint: vantagePoint(), endpoints: [endpoint('web')] }]);
    expect(calls[0]?.functionName).toBe(functionName);
    expect(result?.outcome).toBe(functionName === undefined ? 'inconclusive' : 'refused');
    expect(result?.securityGroups).toEqual('securityGroups' in said ? said.securityGroups : undefined);
  });
});

describe('the prober of a vantage point', () => {
  it.each([
    ['same subnet, same groups in another order', proberA, true],
    ['same subnet, a group written twice', { ...proberA, securityGroups: ['sg-1', 'sg-2', 'sg-1'] }, true],
    ['another subnet', { ...proberA, subnetId: 'subnet-b' }, false],
    ['a group less', { ...proberA, securityGroups: ['sg-1'] }, false],
    ['a group more', { ...proberA, securityGroups: ['sg-1', 'sg-2', 'sg-3'] }, false],
    ['another group', { ...proberA, securityGroups: ['sg-1', 'sg-3'] }, false],
  ])('%s', async (_, prober, found) => {
    const { client, calls } = lambda(answerAll);
    const dial = invokeProbers({ client, probers: [prober], now });
    const [result] = await dial([{ vantagePoint: vantagePoint(), endpoints: [endpoint('web')] }]);
    expect(calls).toHaveLength(found ? 1 : 0);
    expect(result?.outcome).toBe(found ? 'refused' : 'inconclusive');
    if (!found) expect(result?.detail).toBe('no prober stands in subnet-a with security groups sg-1, sg-2');
  });

  it('is none where there is no subnet', async () => {
    const { client } = lambda(answerAll);
    const place = vantagePoint({ subnetId: null, securityGroups: [] });
    const [result] = await invokeProbers({ client, probers: [proberA], now })([
      { vantagePoint: place, endpoints: [endpoint('web')] },
    ]);
    expect(result?.detail).toBe('no prober stands in no subnet with no security groups');
  });
});

describe('what hinders a prober makes its endpoints inconclusive', () => {
  const throwing = (error: unknown) => () => {
    throw error;
  };
  const named = (name: string) => Object.assign(new Error('not now'), { name });
  const functionError = (payload: unknown): InvokeOutput => ({ FunctionError: 'Unhandled', Payload: text(payload) });

  it.each([
    ['throttled', throwing(named('TooManyRequestsException')), 'TooManyRequestsException', 'not now'],
    ['no interface left', throwing(named('ENILimitReachedException')), 'ENILimitReachedException', 'not now'],
    ['thrown without an error', throwing('gone'), null, 'gone'],
    ['function error', () => functionError({ errorType: 'Error', errorMessage: 'refused' }), 'Error', 'refused'],
    ['function error without type', () => functionError({ errorMessage: 'timed out' }), 'Unhandled', 'timed out'],
    ['function error without words', () => ({ FunctionError: 'Unhandled' }), 'Unhandled', 'did not say why'],
    ['no payload', () => ({}), null, 'prober prober-a gave a malformed answer'],
    ['no JSON', () => ({ Payload: new TextEncoder().encode('{') }), null, 'malformed answer'],
    ['another JSON', () => ({ Payload: text({ result: [] }) }), null, 'malformed answer'],
    ['null', () => ({ Payload: text(null) }), null, 'malformed answer'],
  ] as const)('%s', async (_, answer, errno, detail) => {
    const { client } = lambda(answer);
    const dial = invokeProbers({ client, probers: [proberA], now });
    const results = await dial([{ vantagePoint: vantagePoint(), endpoints: [endpoint('web'), endpoint('api')] }]);
    expect(results.map(({ endpoint: id, outcome }) => [id, outcome])).toEqual([
      ['web', 'inconclusive'],
      ['api', 'inconclusive'],
    ]);
    expect(results[0]).toMatchObject({ errno, detail: expect.stringContaining(detail), elapsedMs: 0, attempts: 0 });
    expect(results[0]?.at).toBe('2026-01-02T03:00:00.000Z');
  });

  it.each([
    ['missing', undefined],
    ['of another endpoint', { ...seen, id: 'other' }],
    ['of no outcome', { ...seen, id: 'api', outcome: 'open' }],
    ['without a number', { ...seen, id: 'api', elapsedMs: '0.4' }],
    ['without a time', { ...seen, id: 'api', at: 'today' }],
    ['null', null],
  ])('a result %s hinders that endpoint alone', async (_, result) => {
    const { client } = lambda(() => ({ Payload: text({ results: [{ ...seen, id: 'web' }, result] }) }));
    const dial = invokeProbers({ client, probers: [proberA], now });
    const results = await dial([{ vantagePoint: vantagePoint(), endpoints: [endpoint('api'), endpoint('web')] }]);
    expect(results.map(({ endpoint: id, outcome }) => [id, outcome])).toEqual([
      ['api', 'inconclusive'],
      ['web', 'refused'],
    ]);
    expect(results[0]?.detail).toContain('no well-formed result');
  });

  it('an endpoint that no prober would dial is not handed in, so that it hinders no other', async () => {
    const { client, calls } = lambda(answerAll);
    const endpoints = [
      endpoint('metadata', { address: '169.254.169.254' }),
      endpoint('unknown', { address: null, addressUnknown: 'ec2:DescribeInstances was refused' }),
      endpoint('web'),
    ];
    const results = await invokeProbers({ client, probers: [proberA], now })([
      { vantagePoint: vantagePoint(), endpoints },
    ]);
    expect(calls[0]?.event.endpoints.map(({ id }) => id)).toEqual(['web']);
    expect(results.map(({ outcome }) => outcome)).toEqual(['inconclusive', 'inconclusive', 'refused']);
    expect(results[0]?.detail).toContain('never dialled');
    expect(results[1]?.detail).toBe('ec2:DescribeInstances was refused');
  });

  it('neither is one outside what probers may dial, of which a prober would refuse all', async () => {
    const { client, calls } = lambda(answerAll);
    const dialable = dialableRanges({ ORIGIN_DOCTOR_CIDRS: '10.0.0.0/16', ORIGIN_DOCTOR_PORTS: '8000-8999' });
    const endpoints = [endpoint('peered', { address: '10.9.0.5' }), endpoint('odd', { port: 22 }), endpoint('web')];
    const results = await invokeProbers({ client, probers: [proberA], dialable, now })([
      { vantagePoint: vantagePoint(), endpoints },
    ]);
    expect(calls[0]?.event.endpoints.map(({ id }) => id)).toEqual(['web']);
    expect(results.map(({ outcome }) => outcome)).toEqual(['inconclusive', 'inconclusive', 'refused']);
    expect(results[0]?.detail).toBe('10.9.0.5 lies outside the allowed ranges 10.0.0.0/16');
    expect(results[1]?.detail).toBe('port 22 of 10.0.1.5 lies outside the allowed ports 8000-8999');
  });

  describe('when the time of the check is up', () => {
    const outOfTime = { outcome: 'inconclusive', errno: 'OutOfTime', attempts: 0 };

    it('what was not begun is not begun any more', async () => {
      const { client, calls } = lambda(answerAll);
      const dial = invokeProbers({ client, probers: [proberA], finishBy: now(), now });
      expect(await dial([{ vantagePoint: vantagePoint(), endpoints: [endpoint('web')] }])).toMatchObject([outOfTime]);
      expect(calls).toEqual([]);
    });

    it('what is under way is given up', async () => {
      const send = (_: InvokeCommand, options: { abortSignal?: AbortSignal } = {}) =>
        new Promise<InvokeOutput>((_resolve, reject) => {
          options.abortSignal?.addEventListener('abort', () => reject(named('AbortError')));
        });
      const finishBy = new Date(now().getTime() + 20);
      const dial = invokeProbers({ client: { send }, probers: [proberA], finishBy, now });
      expect(await dial([{ vantagePoint: vantagePoint(), endpoints: [endpoint('web')] }])).toMatchObject([outOfTime]);
    });
  });

  it('one prober that fails hinders no other', async () => {
    const probers = [proberA, { functionName: 'prober-b', subnetId: 'subnet-b', securityGroups: [] }];
    const { client } = lambda((call) => {
      if (call.functionName === 'prober-a') throw named('ResourceNotFoundException');
      return answerAll(call);
    });
    const placeB = vantagePoint({
      id: 'shop@eu-west-1b',
      zone: 'eu-west-1b',
      subnetId: 'subnet-b',
      securityGroups: [],
    });
    const results = await invokeProbers({ client, probers, now })([
      { vantagePoint: vantagePoint(), endpoints: [endpoint('web')] },
      { vantagePoint: placeB, endpoints: [endpoint('web')] },
    ]);
    expect(results.map((result) => [result.vantagePoint, result.zone, result.outcome])).toEqual([
      ['shop@eu-west-1a', 'eu-west-1a', 'inconclusive'],
      ['shop@eu-west-1b', 'eu-west-1b', 'refused'],
    ]);
  });
});

describe('many endpoints', () => {
  const endpoints = Array.from({ length: 4001 }, (_, index) => endpoint(`e${index}`));

  it('are handed in by at most 2,000, and answered in order', async () => {
    const { client, calls } = lambda(answerAll);
    const results = await invokeProbers({ client, probers: [proberA], now })([
      { vantagePoint: vantagePoint(), endpoints },
    ]);
    expect(calls.map(({ event }) => event.endpoints.length).sort()).toEqual([1, 2000, 2000]);
    expect(results.map((result) => result.endpoint)).toEqual(endpoints.map(({ id }) => id));
  });

  it.each([
    [undefined, 5],
    [2, 2],
  ])('with concurrency %s, at most %i invocations at once', async (concurrency, most) => {
    const { client, calls, underWay } = lambda(answerAll);
    const work = Array.from({ length: 12 }, () => ({ vantagePoint: vantagePoint(), endpoints: [endpoint('web')] }));
    await invokeProbers({ client, probers: [proberA], concurrency, now })(work);
    expect(calls).toHaveLength(12);
    expect(underWay.most).toBe(most);
  });

  it('none, and nobody is asked', async () => {
    const { client, calls } = lambda(answerAll);
    const dial = invokeProbers({ client, probers: [proberA], now });
    expect(await dial([{ vantagePoint: vantagePoint(), endpoints: [] }])).toEqual([]);
    expect(await dial([])).toEqual([]);
    expect(calls).toEqual([]);
  });
});
