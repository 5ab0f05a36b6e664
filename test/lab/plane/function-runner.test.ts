import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InvokeOutcome } from '../../../lab/aws/invoke-outcome.ts';
import type { DeployedFunction } from '../../../lab/deployment.ts';
import { type FunctionRunner, functionRunner } from '../../../lab/plane/function-runner.ts';

const CODE: DeployedFunction = {
  name: 'counter',
  arn: 'arn:aws:lambda:eu-west-1:111122223333:function:counter',
  file: join(import.meta.dirname, 'counting-handler.ts'),
  environment: { TOLD: 'first' },
  timeoutSeconds: 20,
  inVpc: false,
  statements: null,
};

let runner: FunctionRunner;
let printed: string[];
beforeEach(() => {
  printed = [];
  runner = functionRunner((name, line) => void printed.push(`${name}: ${line}`));
});
afterEach(() => runner.close());

function run(event: object, changes: Partial<DeployedFunction> = {}): Promise<InvokeOutcome> {
  return runner.run({ ...CODE, ...changes }, { enter: [], book: null }, event);
}

async function answer(event: object, changes: Partial<DeployedFunction> = {}) {
  const outcome = await run(event, changes);
  if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome));
  return outcome.payload as { count: number; pid: number; leftMs: number; told: string };
}

it('keeps an environment warm, and tells the function what it is called', async () => {
  const first = await answer({});
  expect(first).toMatchObject({ count: 1, arn: CODE.arn, name: 'counter', told: 'first' });
  expect(first.leftMs).toBeGreaterThan(0);
  expect(first.leftMs).toBeLessThanOrEqual(20_000);
  expect(await answer({})).toMatchObject({ count: 2, pid: first.pid });
});

it('gives each of two events at once an environment of its own', async () => {
  const [one, other] = await Promise.all([answer({ waitMs: 50 }), answer({ waitMs: 50 })]);
  expect(one.pid).not.toBe(other.pid);
  expect([one.count, other.count]).toEqual([1, 1]);
});

it('does not use an environment any more whose function was deployed anew', async () => {
  const [busy, fresh] = await Promise.all([
    answer({ waitMs: 300 }),
    answer({ waitMs: 0 }, { environment: { TOLD: 'second' } }),
  ]);
  expect([busy.told, fresh.told]).toEqual(['first', 'second']);
  expect(await answer({}, { environment: { TOLD: 'second' } })).toMatchObject({ pid: fresh.pid, count: 2 });
  expect(await answer({})).toMatchObject({ told: 'first', count: 1 });
});

it('has told every line before it gives the answer', async () => {
  await run({ print: 'one\ntwo\n' });
  expect(printed).toEqual(['counter: one', 'counter: two']);
});

it.each([
  ['an error', { fail: 'it broke' }, {}, { errorType: 'TypeError', errorMessage: 'it broke' }],
  ['time that is up', { waitMs: 60_000 }, { timeoutSeconds: 0.3 }, { errorType: 'Sandbox.Timedout' }],
  ['an environment that ends', { end: true, print: 'last words\n' }, {}, { errorType: 'Runtime.ExitError' }],
])('answers %s as Lambda does, and runs the next event', async (_, event, changes, payload) => {
  expect(await run(event, changes)).toMatchObject({ kind: 'function-error', payload });
  expect(await answer({}, changes)).toMatchObject({ told: 'first' });
});
