import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { InvokeOutcome } from '../../lab/aws/invoke-outcome.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import { deployedShop } from './deployed-shop.ts';
import { runCli } from './run-cli.ts';
import { type ShopOptions, startShop } from './shop.ts';

const GATE = 'CodeDeployHook_doctor';
const account = deployedShop(healthyWorld(), { gate: GATE });
// Without a target nothing is dialled, wherever the machine stands.
const bare = { ...healthyWorld(), registrations: {} };
const ANSWER = {
  ...{ schemaVersion: 1, verdict: 'passed', reason: 'All is well.', checks: 3, newEndpoints: 2, findings: [] },
  ...{ readmitted: ['web:i-0abc'], report: null, standing: null },
};
const standing = { baseline: { at: 'then' }, state: { checks: 1 } };

/** Runs the command line against an account whose gate gives these answers, and gives what it was asked. */
async function gate(args: readonly string[], answers: readonly InvokeOutcome[], options: ShopOptions = { account }) {
  const asked: unknown[] = [];
  const shop = await startShop({
    world: bare,
    ...options,
    invoke: async (functionName, payload) => {
      asked.push({ functionName, payload });
      return answers[asked.length - 1] ?? { kind: 'answer', payload: null };
    },
  });
  return { ...(await runCli(['gate', ...args], shop.environment).finally(shop.close)), asked };
}

const answers = (...payloads: readonly object[]): readonly InvokeOutcome[] =>
  payloads.map((payload) => ({ kind: 'answer', payload }));

const USUAL = { loadBalancers: null, targetGroups: [], readmit: [], baseline: null, pauseSeconds: 5, waitSeconds: 240 };

describe('gate asks the deployed gate', () => {
  it('by default, and leaves to the deployment what is not said', async () => {
    const { status, stdout, stderr, asked } = await gate([], answers(ANSWER));
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'Dialling from the VPC, at the gate of the stack doctor in eu-west-1.\n',
    });
    expect(stdout).toContain('Passed. All is well.');
    expect(stdout).toContain('Registered again: web:i-0abc.');
    expect(asked).toEqual([{ functionName: GATE, payload: USUAL }]);
  });

  it('with all that is said', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'origin-doctor-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const baseline = { at: '2026-01-10T12:00:00.000Z', targets: ['one'], stood: [] };
    writeFileSync(join(folder, 'before.json'), JSON.stringify(baseline));
    const args = ['--stack', 'doctor', '--stable', '5', '--timeout', '3600', '--baseline', join(folder, 'before.json')];
    const more = ['--target-group', 'blue', '--readmit', 'web:i-0abc', 'web:i-0abd:81', '--output', 'json'];
    const { status, stdout, asked } = await gate(['shop-web', ...args, ...more], answers(ANSWER));
    expect(JSON.parse(stdout)).toEqual(ANSWER);
    expect(status).toBe(0);
    const payload = {
      ...{ ...USUAL, loadBalancers: ['shop-web'], targetGroups: ['blue'], readmit: ['web:i-0abc', 'web:i-0abd:81'] },
      ...{ baseline, stable: 5, timeoutSeconds: 3600 },
    };
    expect(asked).toEqual([{ functionName: GATE, payload }]);
  });

  it('again with where it stands, as long as it waits', async () => {
    const given = answers({ ...ANSWER, verdict: 'unknown', standing }, { ...ANSWER, verdict: 'held', reason: 'Shut.' });
    const { status, stdout, asked } = await gate(['--from', 'vpc', '--pause', '1', '--timeout', '86400'], given);
    expect(stdout).toContain('Held. Shut.');
    expect(status).toBe(2);
    expect(asked).toMatchObject([{ payload: { baseline: null } }, { payload: { standing, timeoutSeconds: 86_400 } }]);
  });

  it('and tells of load balancers that are gone', async () => {
    const { status, stdout } = await gate(
      [],
      answers({
        ...ANSWER,
        gone: ['old', 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/older/01'],
      }),
    );
    expect(stdout).toContain('Watched, and not there any more: old, older.');
    expect(status).toBe(0);
  });

  it('and exits with 3 where that could not tell', async () => {
    expect(await gate([], answers({ ...ANSWER, verdict: 'unknown' }))).toMatchObject({ status: 3 });
  });
});

it.each<[string, ShopOptions, RegExp]>([
  ['nothing is deployed', {}, /^Dialling from this machine\. No deployment was found in eu-west-1\./],
  ['it was deployed without a gate', { account: deployedShop() }, /The stack doctor has no gate/],
])('without a choice, gate dials from this machine where %s', async (_, options, why) => {
  const args = ['shop-web', '--stable', '1', '--pause', '1', '--timeout', '5'];
  const { status, stderr, asked } = await gate(args, [], options);
  expect({ status, asked }).toEqual({ status: 0, asked: [] });
  expect(stderr).toMatch(why);
});

describe('gate --from vpc says why it cannot', () => {
  const failing = (errorMessage: string): readonly InvokeOutcome[] => [
    { kind: 'function-error', payload: { errorType: 'Error', errorMessage } },
  ];
  const forbidden = { account, world: { ...bare, forbidden: ['lambda:InvokeFunction'] } };

  it.each<[string, ShopOptions, readonly InvokeOutcome[], RegExp]>([
    ['nothing is deployed', {}, [], /No deployment was found in eu-west-1\. Deploy it .*--from local/],
    [
      'there is no gate',
      { account: deployedShop() },
      [],
      /has no gate \(its construct says `gate: false`\)\. Deploy it/,
    ],
    [
      'it may not be invoked',
      forbidden,
      [],
      /\(stack doctor\) could not be invoked: .*Allow the IAM action lambda:Invoke/,
    ],
    ['it may not readmit', { account }, failing('readmit: no'), /The gate CodeDeployHook_doctor failed: readmit: no/],
    ['it is of another version', { account }, answers({}), /gave no answer that this version reads: deploy it again/],
  ])('%s', async (_, options, given, message) => {
    const { status, stdout, stderr } = await gate(['--from', 'vpc'], given, options);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
