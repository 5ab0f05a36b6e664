import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { InvokeOutcome } from '../../../lab/aws/invoke-outcome.ts';
import { askGate } from '../../../lambda/doctor/ask-gate.ts';
import { cutConnections } from './cut-connections.ts';
import { groundEndpoint } from './ground-endpoint.ts';

const sleeps = vi.hoisted(() => ({ ms: [] as number[] }));
vi.mock('node:timers/promises', () => ({ setTimeout: async (ms: number) => void sleeps.ms.push(ms) }));
beforeEach(() => {
  sleeps.ms = [];
});
afterEach(() => vi.restoreAllMocks());

const QUESTION = {
  ...{ loadBalancers: ['web'], targetGroups: [], readmit: ['web:i-0abc'], baseline: { at: 'then' } },
  ...{ stable: 2, timeoutSeconds: undefined, pauseSeconds: 5 },
};
const PASSED = {
  ...{ schemaVersion: 1, verdict: 'passed', reason: 'All well.', checks: 2, newEndpoints: 1, findings: [] },
  ...{ readmitted: [], report: null, standing: null },
};
const WAITING = { ...PASSED, verdict: 'unknown', standing: { baseline: { at: 'then' }, state: { checks: 1 } } };
const WAITING_ON = { standing: WAITING.standing };
const BUSY = {
  kind: 'service-error',
  name: 'TooManyRequestsException',
  message: 'Rate Exceeded.',
  status: 429,
} as const;
const BROKEN = { kind: 'service-error', name: 'ServiceException', message: 'Internal', status: 500 } as const;
const UPDATED = { kind: 'service-error', name: 'ResourceConflictException', message: 'Busy', status: 409 } as const;
const answer = (payload: unknown): InvokeOutcome => ({ kind: 'answer', payload });

/** Asks a gate that answers these one after the other. */
async function ask(outcomes: readonly InvokeOutcome[], changes: Partial<typeof QUESTION> = {}) {
  const asked: unknown[] = [];
  await groundEndpoint({
    invoke: async (functionName, payload) => {
      asked.push({ functionName, payload });
      return outcomes[Math.min(asked.length, outcomes.length) - 1] ?? answer(null);
    },
  });
  const given = askGate({ functionName: 'g', stack: 's' }, { ...QUESTION, ...changes }, {});
  return { given: await given.catch((error: Error) => error.message), asked };
}

it('asks once where a verdict comes at once', async () => {
  const { given, asked } = await ask([answer(PASSED)]);
  expect(given).toEqual(PASSED);
  const payload = {
    ...{ loadBalancers: ['web'], targetGroups: [], readmit: ['web:i-0abc'], baseline: { at: 'then' } },
    ...{ stable: 2, pauseSeconds: 5, waitSeconds: 240 },
  };
  expect(asked).toEqual([{ functionName: 'g', payload }]);
});

it('asks for all that are watched where nobody is named', async () => {
  const { asked } = await ask([answer(PASSED)], { loadBalancers: [] });
  expect(asked).toMatchObject([{ payload: { loadBalancers: null } }]);
});

it('asks again with where the gate stands until there is a verdict, a pause between', async () => {
  const { given, asked } = await ask([answer(WAITING), answer(WAITING), answer(PASSED)]);
  expect(given).toEqual(PASSED);
  expect(asked).toHaveLength(3);
  expect(asked.slice(1)).toMatchObject([
    { payload: { standing: WAITING.standing, readmit: ['web:i-0abc'] } },
    { payload: { standing: WAITING.standing } },
  ]);
  expect(sleeps.ms).toEqual([5_000, 5_000]);
});

it('asks a gate that never comes to its end a bounded number of times', async () => {
  const { given, asked } = await ask([answer(WAITING)]);
  expect(given).toEqual(WAITING);
  expect(asked).toHaveLength(1_000);
});

it.each<[string, readonly InvokeOutcome[], Partial<typeof QUESTION>]>([
  ['where it stands', [answer(WAITING), BROKEN, UPDATED, BROKEN, answer(PASSED)], {}],
  ['from the beginning, where nothing is to be registered', [BROKEN, BUSY, BROKEN, answer(PASSED)], { readmit: [] }],
])('asks again where no answer came: %s', async (_, outcomes, changes) => {
  const { given, asked } = await ask(outcomes, changes);
  expect(given).toEqual(PASSED);
  expect(asked).toHaveLength(outcomes.length);
});

it('asks again with the same standing, and no more than three times', async () => {
  const { given, asked } = await ask([answer(WAITING), BROKEN]);
  expect(given).toMatch(/The gate g \(stack s\) could not be invoked: .*ServiceException: Internal/);
  expect(asked).toHaveLength(5);
  expect(asked.slice(1)).toEqual(
    Array.from({ length: 4 }, () => expect.objectContaining({ payload: expect.objectContaining(WAITING_ON) })),
  );
});

it.each<[string, readonly InvokeOutcome[], Partial<typeof QUESTION>]>([
  ['it may not', [answer(WAITING), { ...BROKEN, name: 'AccessDeniedException', status: 403 }], {}],
  ['it failed', [answer(WAITING), { kind: 'function-error', payload: { errorType: 'E', errorMessage: 'no' } }], {}],
  ['it is not there', [answer(WAITING), { ...BROKEN, name: 'ResourceNotFoundException', status: 404 }], {}],
  ['it was asked too much', [answer(WAITING), { ...BROKEN, name: 'RequestTooLargeException', status: 413 }], {}],
  ['it would begin with another baseline', [BROKEN], { readmit: [], baseline: null as never }],
])('does not ask again where %s', async (_, outcomes, changes) => {
  const { asked } = await ask(outcomes, changes);
  expect(asked).toHaveLength(outcomes.length);
});

it('asks again where the connection was cut', async () => {
  const sockets = await cutConnections();
  const given = askGate({ functionName: 'g', stack: 's' }, { ...QUESTION, readmit: [] }, {});
  await expect(given).rejects.toThrow(/The gate g \(stack s\) could not be invoked/);
  expect(sockets).toHaveLength(4);
});

it('waits until there is room for it', async () => {
  const { given, asked } = await ask([BUSY, BUSY, answer(PASSED)]);
  expect(given).toEqual(PASSED);
  expect([asked.length, sleeps.ms]).toEqual([3, [1_000, 2_000]]);
});

it.each<[string, InvokeOutcome, RegExp, number]>([
  ['never has room', BUSY, /The gate g \(stack s\) could not be invoked: .*throttled \(TooManyRequestsException\)/, 6],
  ['breaks down, which it is not asked to do twice', BROKEN, /could not be invoked: .*ServiceException: Internal/, 1],
  ['is of another version', answer({ ...PASSED, standing: undefined }), /no answer that this version reads/, 1],
  [
    'is of an older version',
    {
      kind: 'function-error',
      payload: {
        errorType: 'Error',
        errorMessage: 'the event cannot be read: event: Unrecognized keys: "waitSeconds"',
      },
    },
    /^The gate g is of an older version, .*: deploy it again\. It said: event: Unrecognized keys: "waitSeconds"$/,
    1,
  ],
  [
    'failed',
    { kind: 'function-error', payload: { errorType: 'CannotCheck', errorMessage: 'There is no load balancer "web".' } },
    /The gate g failed: There is no load balancer "web"\.$/,
    1,
  ],
  [
    'is not there',
    { kind: 'service-error', name: 'ResourceNotFoundException', message: 'Function not found: g', status: 404 },
    /could not be invoked: .*Function not found: g/,
    1,
  ],
])('says why there is no verdict: it %s', async (_, outcome, message, calls) => {
  const { given, asked } = await ask([outcome]);
  expect(given).toMatch(message);
  expect(asked).toHaveLength(calls);
});
