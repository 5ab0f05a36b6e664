import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../lab/aws/account-facts.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import { deployedShop } from './deployed-shop.ts';
import { awsEnvironment, runCli } from './run-cli.ts';
import { type ShopOptions, startShop } from './shop.ts';
import { withHeartbeat } from './with-heartbeat.ts';

type Line = { part: string; state: string; subject: string; says: string; todo: string | null };

const TRAIL = { name: 'all', homeRegion: 'us-east-1', isMultiRegion: true, isLogging: true };
/** Whose stack stands, with a trail. */
const account = { ...deployedShop(), trails: [TRAIL] } satisfies AccountFacts;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'origin-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A shop with the configuration that `init` writes for it, and what the doctor says of it as JSON. */
async function examine(options: ShopOptions = {}, args: readonly string[] = []) {
  const config = join(folder, 'origin-doctor.json');
  const written = await startShop();
  await runCli(['init', '-o', config], written.environment).finally(written.close);
  const shop = await startShop(options);
  if (options.account?.stacks !== undefined) await withHeartbeat(shop, 'doctor');
  const ran = await runCli(['doctor', '--config', config, '--output', 'json', ...args], shop.environment);
  await shop.close();
  return { ...ran, said: JSON.parse(ran.stdout) as { lines: Line[] } & Record<string, unknown> };
}

function statesOf(lines: readonly Line[], part: string): readonly string[] {
  return lines.filter((line) => line.part === part).map(({ state }) => state);
}

it('is content where all is well, and says what it costs', async () => {
  const { status, stderr, said } = await examine({
    account: {
      ...account,
      stacks: account.stacks.map((one) => ({ ...one, name: `origin-doctor-${healthyWorld().vpcs[0]?.id}` })),
    },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(said).toMatchObject({
    ...{ schemaVersion: 1, region: 'eu-west-1', account: healthyWorld().accountId, status: 0 },
    monthlyCost: { of: { loadBalancers: 2, targetGroups: 3, targets: 7 } },
    monthlyCostUnknown: null,
  });
  expect(said.lines.filter(({ state }) => state !== 'ok')).toEqual([]);
});

it('what may not be done is missing, and what could not be read unknown', async () => {
  const world = { ...healthyWorld(), forbidden: ['ec2:DescribeNetworkAcls', 'cloudtrail:DescribeTrails'] };
  const { status, said } = await examine({ account, world });
  expect({ status, said: said['status'] }).toEqual({ status: 2, said: 2 });
  expect(said.lines.filter(({ state }) => state === 'missing')).toMatchObject([{ subject: 'ec2:DescribeNetworkAcls' }]);
  expect(said.lines.filter(({ state }) => state === 'unknown')).toMatchObject([{ part: 'trail' }]);
});

it('what could not be read is status 3', async () => {
  const world = { ...healthyWorld(), forbidden: ['cloudtrail:DescribeTrails'] };
  expect(await examine({ account, world })).toMatchObject({ status: 3, said: { status: 3 } });
});

it('is told in words', async () => {
  const shop = await startShop({ account });
  await withHeartbeat(shop, 'doctor');
  const { status, stdout, stderr } = await runCli(['doctor'], shop.environment).finally(shop.close);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^ {2}ok {7}ec2:DescribeSubnets: Granted\.$/m);
  expect(stdout).toMatch(/^ {2}warning {2}origin-doctor\.json: There is none here/m);
  expect(stdout).toMatch(/About \$\d+\.\d\d a month for 2 load balancers/);
  expect(stdout).toContain('-- SEEN ONLY IN THE LAB');
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

it.each([
  ['no region', { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y' }, /There is no AWS region/],
  ['no credentials', { AWS_REGION: 'eu-west-1' }, /There are no AWS credentials/],
])('%s is what is missing', async (_, environment, says) => {
  const { status, stdout } = await runCli(['doctor', '--output', 'json'], environment);
  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    lines: [{ part: 'identity', state: 'missing', says: expect.stringMatching(says) }],
    monthlyCost: null,
  });
});

it('an endpoint that is down is not known', async () => {
  const { status, stdout } = await runCli(['doctor', '--output', 'json'], awsEnvironment('http://127.0.0.1:1'));
  expect(status).toBe(3);
  const { lines } = JSON.parse(stdout) as { lines: Line[] };
  expect(statesOf(lines, 'identity')).toEqual(['unknown']);
  expect(lines.some(({ part, state }) => state === 'ok' && part !== 'configuration')).toBe(false);
});

describe('called wrongly', () => {
  it.each([
    ['a file that is not there', ['--config', '/nowhere.json'], /"\/nowhere\.json" is not there/],
    ['a folder', ['--config', import.meta.dirname], /test\/bin cannot be read: /],
    ['a file of another kind', ['--config', import.meta.filename], /is not JSON/],
    ['a format', ['--output', 'html'], /Allowed are text, json/],
  ])('%s', async (_, args, message) => {
    const { status, stdout, stderr } = await runCli(['doctor', ...args], awsEnvironment('http://127.0.0.1:1'));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('a configuration that contradicts itself', async () => {
    const file = join(folder, 'wrong.json');
    writeFileSync(file, '{"account":"1","deployments":[]}');
    const { status, stderr } = await runCli(['doctor', '--config', file], awsEnvironment('http://127.0.0.1:1'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/wrong\.json cannot be used:\n {2}account is "1"/);
  });
});
