import { afterAll, beforeAll, expect, it } from 'vitest';
import { rule } from '../lambda/reachability/small-inventory.ts';
import { balanced, openLines } from '../lambda/reachability/way/balanced.ts';
import { runCli } from './run-cli.ts';
import { saved } from './saved.ts';
import { startShop } from './shop.ts';

let held: Awaited<ReturnType<typeof saved>>;
beforeAll(async () => {
  held = await saved(balanced({ lines: [...openLines, rule('sgr-n', 'sg-app', 'in', 'tcp', 8080, '10.0.0.0/24')] }));
});
afterAll(() => held.close());

it('shows a saved inventory, and its faults in the exit status', async () => {
  const { status, stdout, stderr } = await runCli(['tree', '--inventory', held.file, 'inner']);
  expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
  expect(stdout).toMatch(/^└─ TCP:80$/m);
  expect(stdout).toMatch(/i-app at 10\.0\.1\.5:8080 {2}unhealthy/);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

it('as JSON', async () => {
  const { stdout } = await runCli(['tree', '--inventory', held.file, '--output', 'json']);
  expect(JSON.parse(stdout).loadBalancers[0].listeners[0].rules[0].groups[0].targets).toHaveLength(2);
});

it.each([
  ['tree', ['tree', 'iner']],
  ['check', ['check', '--from', 'none', 'iner']],
])('%s: a name that is not in the inventory', async (_, args) => {
  const { status, stdout, stderr } = await runCli([...args, '--inventory', held.file]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('There is no load balancer "iner" in the inventory; there are: inner.');
});

it('check judges a saved inventory, and dials nothing', async () => {
  const { status, stdout } = await runCli(['check', '--from', 'none', '--inventory', held.file, '--output', 'json']);
  expect(status).toBe(2);
  const report = JSON.parse(stdout);
  expect(report.cost).toMatchObject({ apiCalls: {}, probes: 0 });
  expect(report.endpoints).toHaveLength(2);
});

it('check does not dial what was saved', async () => {
  const { status, stdout, stderr } = await runCli(['check', '--inventory', held.file]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('say --from none with --inventory');
});

it('shows a healthy account', async () => {
  const shop = await startShop();
  const { status, stdout, stderr } = await runCli(['tree', 'shop-web'], shop.environment).finally(shop.close);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/rule 10: path-pattern=\/api\/\*\n {3}│ {2}└─ api \(weight 1\) {2}2 of 2 healthy/);
  expect(stdout).not.toContain('shop-orders');
});
