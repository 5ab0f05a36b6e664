import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { labFault } from '../../lab/faults/load-balancer-subnet-without-internet-route.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import type { World } from '../../lab/world/world.ts';
import { runCli } from './run-cli.ts';
import { startShop } from './shop.ts';

// Nothing is registered in these worlds, so that nothing is dialled: what a gate does about targets, its own tests say.
const healthy = healthyWorld();
const bare: World = {
  ...healthy,
  registrations: Object.fromEntries(Object.keys(healthy.registrations).map((arn) => [arn, []])),
};
/** What a gate takes for a world in which nothing stood. */
const NOTHING = JSON.stringify({ at: '2026-01-10T12:00:00.000Z', targets: [], stood: [] });

const FAST = ['--stable', '2', '--pause', '1', '--timeout', '2'];
const PATIENT = ['--stable', '2', '--pause', '1', '--timeout', '60'];

async function gate(args: readonly string[], world: World = bare) {
  const shop = await startShop({ world });
  onTestFinished(shop.close);
  return runCli(['gate', ...args], shop.environment);
}

function file(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'origin-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'before.json');
  writeFileSync(path, text);
  return path;
}

it('passes with status 0 where nothing goes wrong', async () => {
  const { status, stdout } = await gate(['shop-web', ...PATIENT]);
  expect(stdout).toMatch(/Passed\. Nothing was registered since/);
  expect(stdout).toContain('Checks of the gate: 2.');
  expect(status).toBe(0);
});

it('goes by the load balancer alone where nothing is to be dialled', async () => {
  const { status, stdout, stderr } = await gate(
    ['--from', 'none', 'shop-web', ...PATIENT, '--baseline', file(NOTHING)],
    healthy,
  );
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    /Passed\. .*was healthy by the load balancer's word in 2 checks in a row/,
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('is held with status 2 by what a saved report did not hold, and says so as JSON', async () => {
  const before = await startShop({ world: bare });
  onTestFinished(before.close);
  const saved = await runCli(['check', '--from', 'none', '--output', 'json'], before.environment);
  const args = ['shop-web', ...FAST, '--baseline', file(saved.stdout), '--output', 'json'];
  const { status, stdout } = await gate(args, labFault.change(bare));
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ schemaVersion: 1, verdict: 'held', readmitted: [] },
    findings: [{ code: 'load-balancer-subnet-without-internet-route', resource: expect.stringContaining('shop-web') }],
  });
  expect(status).toBe(2);
});

it('could not tell with status 3, where what is registered cannot be read', async () => {
  const forbidden = ['elasticloadbalancing:DescribeTargetHealth'];
  const { status, stdout } = await gate(['shop-web', ...FAST], { ...bare, forbidden });
  expect(stdout).toMatch(/It could not be told\. .*could not be looked at/s);
  expect(status).toBe(3);
});

it.each([
  ['no whole number', ['--stable', '0'], /Allowed are whole numbers from 1 to 100/],
  ['a place that is none', ['--from', 'here'], /Allowed are vpc, local, none/],
  ['a stack that is not to be asked', ['--from', 'local', '--stack', 'doctor'], /--stack names probers/],
  ['nobody who could tell', ['--from', 'none', '--readmit', 'web:i-0abc'], /leave --readmit or --from none out/],
  ['a stack that is not there', ['--stack', 'dcotor'], /No deployment was found in the stack "dcotor"/],
  ['a target without its group', ['--readmit', 'i-0abc'], /Allowed are TARGETGROUP:TARGET/],
  [
    'a baseline that is not there',
    ['--baseline', '/nowhere/before.json'],
    /The baseline \/nowhere\/before\.json cannot be read/,
  ],
  ['a load balancer that is not there', ['shop-wbe'], /There is no load balancer "shop-wbe"/],
])('is called wrongly, with status 1: %s', async (_, args, why) => {
  const { status, stderr } = await gate(args);
  expect(stderr).toMatch(why);
  expect(status).toBe(1);
});

it.each([
  ['not JSON', '{', /is not JSON/],
  ['no report', '{}', /before\.json cannot be used; allowed is a report .*: schemaVersion/],
])('refuses a baseline that is %s', async (_, text, why) => {
  const { status, stderr } = await gate(['--baseline', file(text)]);
  expect(stderr).toMatch(why);
  expect(status).toBe(1);
});
