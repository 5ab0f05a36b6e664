import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import { runCli } from './run-cli.ts';
import { startShop } from './shop.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function snapshot(args: readonly string[], forbidden: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'origin-doctor-'));
  const shop = await startShop({ world: { ...healthyWorld(), forbidden } });
  closers.push(shop.close, () => rmSync(folder, { recursive: true }));
  const file = join(folder, 'account.json');
  return { file, ...(await runCli(['snapshot', ...args, '-o', file], shop.environment)) };
}

it('saves an account that is read back without AWS', async () => {
  const { file, status, stdout, stderr } = await snapshot([]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toMatch(
    /^Saved to .*account\.json:\n.*2 load balancers.*7 registered targets.*17 network interfaces/s,
  );
  const read = await runCli(['check', '--from', 'none', '--inventory', file]);
  expect(read).toMatchObject({ status: 0, stderr: '' });
});

it('goes to standard output where that is asked for', async () => {
  const shop = await startShop();
  closers.push(shop.close);
  const { file } = await snapshot([]);
  const { status, stdout, stderr } = await runCli(['snapshot', '-o', '-'], shop.environment);
  expect(status).toBe(0);
  expect(stderr).toMatch(/^Saved to standard output:\n.*2 load balancers/s);
  expect(Object.keys(JSON.parse(stdout))).toEqual(Object.keys(JSON.parse(readFileSync(file, 'utf8'))));
  expect(existsSync('-')).toBe(false);
});

it('says what could not be read', async () => {
  const { file, status, stderr } = await snapshot(['shop-web'], ['ec2:DescribeNetworkAcls']);
  expect(status).toBe(0);
  expect(stderr).toMatch(/1 load balancer,.*saved as not known:\n {2}- network ACLs: .*ec2:DescribeNetworkAcls/s);
  expect((await runCli(['check', '--from', 'none', '--inventory', file])).status).toBe(3);
});

it('saves nothing where there is nothing to save', async () => {
  const { file, status, stderr } = await snapshot([], ['elasticloadbalancing:DescribeLoadBalancers']);
  expect(status).toBe(1);
  expect(stderr).toContain('elasticloadbalancing:DescribeLoadBalancers');
  expect(existsSync(file)).toBe(false);
});

it('wants to know where to', async () => {
  const { status, stderr } = await runCli(['snapshot']);
  expect(status).toBe(1);
  expect(stderr).toContain("required option '-o, --out <file>' not specified");
});
