import { expect, it, vi } from 'vitest';
import type { InvokeOutcome } from '../../../lab/aws/invoke-outcome.ts';
import { askMonitor } from '../../../lambda/doctor/ask-monitor.ts';
import { known } from '../../../lambda/model/fact.ts';
import { cutConnections } from './cut-connections.ts';
import { groundEndpoint } from './ground-endpoint.ts';

const sleeps = vi.hoisted(() => ({ ms: [] as number[] }));
vi.mock('node:timers/promises', () => ({ setTimeout: async (ms: number) => void sleeps.ms.push(ms) }));

const DEPLOYED = {
  ...{
    stack: 's',
    region: 'eu-west-1',
    deployment: 'd',
    monitor: 'm',
    gate: null,
    probers: [],
    watched: known([]),
    topic: null,
    version: '1',
    status: 'CREATE_COMPLETE',
  },
};
const BUSY = { kind: 'service-error', name: 'TooManyRequestsException', message: 'no', status: 429 } as const;
const BROKEN = { kind: 'service-error', name: 'ServiceException', message: 'Internal', status: 500 } as const;
const REPORT = { schemaVersion: 1, checkedAt: 'now', findings: [], loadBalancers: [], targetGroups: [], endpoints: [] };

async function ask(outcome: InvokeOutcome | readonly InvokeOutcome[], names: readonly string[] = []) {
  const asked: unknown[] = [];
  await groundEndpoint({
    invoke: async (functionName, payload) => {
      asked.push({ functionName, payload });
      return [outcome].flat()[asked.length - 1] ?? BROKEN;
    },
  });
  return { report: await askMonitor(DEPLOYED, { names }), asked };
}

it.each([
  ['those that are named', ['web'], ['web']],
  ['all', [], null],
])('asks the monitor for %s, once, and gives its report', async (_, names, loadBalancers) => {
  const { report, asked } = await ask({ kind: 'answer', payload: { ...REPORT, more: true } }, names);
  expect(report).toEqual({ ...REPORT, more: true });
  expect(asked).toEqual([{ functionName: 'm', payload: { trigger: { kind: 'cli', detail: null }, loadBalancers } }]);
});

it.each<[string, InvokeOutcome, RegExp]>([
  ['refused', { kind: 'answer', payload: { refused: 'event: no' } }, /The monitor m refused: event: no\.$/],
  ['passed over', { kind: 'answer', payload: { passedOver: 'nothing' } }, /checked nothing: nothing\.$/],
  [
    'answered another schema',
    { kind: 'answer', payload: { ...REPORT, schemaVersion: 2 } },
    /no report that this version/,
  ],
  ['answered nothing', { kind: 'answer', payload: null }, /no report that this version/],
  [
    'failed',
    { kind: 'function-error', payload: { errorType: 'CannotCheck', errorMessage: 'No region.' } },
    /The monitor m failed: No region\.$/,
  ],
  [
    'is not there',
    { kind: 'service-error', name: 'ResourceNotFoundException', message: 'Function not found: m', status: 404 },
    /The monitor m \(stack s\) could not be invoked: .*Function not found: m/,
  ],
])('says why there is no report: it %s', async (_, outcome, message) => {
  await expect(ask(outcome)).rejects.toThrow(message);
});

it('waits until there is room for it', async () => {
  const { report, asked } = await ask([BUSY, BUSY, { kind: 'answer', payload: REPORT }]);
  expect(report).toEqual(REPORT);
  expect([asked.length, sleeps.ms]).toEqual([3, [1_000, 2_000]]);
});

it('is not asked a second time where it may be at work: Lambda failed', async () => {
  await expect(ask([BROKEN, { kind: 'answer', payload: REPORT }])).rejects.toThrow(/ServiceException: Internal/);
});

it('is not asked a second time where it may be at work: the connection was cut', async () => {
  const sockets = await cutConnections();
  await expect(askMonitor(DEPLOYED, { names: [] })).rejects.toThrow(/The monitor m \(stack s\) could not be invoked/);
  expect(sockets).toHaveLength(1);
});
