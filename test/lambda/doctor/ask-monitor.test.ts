import { expect, it } from 'vitest';
import type { InvokeOutcome } from '../../../lab/aws/invoke-outcome.ts';
import { askMonitor } from '../../../lambda/doctor/ask-monitor.ts';
import { known } from '../../../lambda/model/fact.ts';
import { groundEndpoint } from './ground-endpoint.ts';

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
  },
};
const REPORT = { schemaVersion: 1, checkedAt: 'now', findings: [], loadBalancers: [], targetGroups: [], endpoints: [] };

async function ask(outcome: InvokeOutcome, names: readonly string[] = []) {
  const asked: unknown[] = [];
  await groundEndpoint({
    invoke: async (functionName, payload) => {
      asked.push({ functionName, payload });
      return outcome;
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
