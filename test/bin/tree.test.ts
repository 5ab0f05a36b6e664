import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import { rule } from '../lambda/reachability/small-inventory.ts';
import { balanced, openLines } from '../lambda/reachability/way/balanced.ts';
import { deployedShop } from './deployed-shop.ts';
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

it.each([
  ['with a place to dial from', ['--from', 'vpc'], /leave --from or --inventory out/],
  ['with probers', ['--stack', 'doctor'], /--stack names probers/],
])('refuses a saved inventory %s', async (_, args, why) => {
  const { status, stdout, stderr } = await runCli(['tree', '--inventory', held.file, ...args]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(why);
});

it.each([
  ['where nothing is deployed', [], 'Nothing is dialled. No deployment was found in eu-west-1.\n'],
  ['where nothing is to be dialled', ['--from', 'none'], ''],
])('shows a healthy account without dialling, %s', async (_, args, said) => {
  const shop = await startShop();
  const { status, stdout, stderr } = await runCli(['tree', 'shop-web', ...args], shop.environment).finally(shop.close);
  expect({ status, stderr }).toEqual({ status: 0, stderr: said });
  expect(stdout).toMatch(/rule 10: path-pattern=\/api\/\*\n {3}│ {2}└─ api \(weight 1\) {2}2 of 2 healthy/);
  expect(stdout).not.toContain('shop-orders');
});

describe('where probers are deployed', () => {
  const orders = healthyWorld().loadBalancers.find(({ name }) => name === 'shop-orders')?.arn ?? '';
  const account = deployedShop(healthyWorld(), { watched: [orders] });

  it('has the monitor check, and shows what it reports on with what it found', async () => {
    const shop = await startShop({ account, invoke: async () => ({ kind: 'answer', payload: await silentReport() }) });
    const ran = await runCli(['tree', '--output', 'json'], shop.environment).finally(shop.close);
    const { loadBalancers } = JSON.parse(ran.stdout);
    expect(loadBalancers.map(({ name }: { name: string }) => name)).toEqual(['shop-orders']);
    const { targets } = loadBalancers[0].listeners[0].rules[0].groups[0];
    expect(targets).toMatchObject([{ outcome: 'unexplained' }, { outcome: 'healthy' }]);
    expect(ran.stderr).toBe('Dialling from the VPC, by the probers of the stack doctor in eu-west-1.\n');
    expect(ran.status).toBe(3);
  });

  it.each([
    [
      'a watched path alone',
      [{ watch: 'to-orders' }],
      /^to-orders \(10\.9\.9\.9:5432\)\n└─ 10\.9\.9\.9:5432 {2}healthy/m,
    ],
    ['nothing, all being gone', [], /not everything could be judged/],
  ])('shows %s, and reads no load balancer for it', async (_, watched, words) => {
    const { endpoints, ...report } = await silentReport();
    const target = { id: '10.9.9.9', port: 5432, name: null };
    const payload = {
      ...{ ...report, loadBalancers: [], targetGroups: [], gone: watched.length === 0 ? [orders] : undefined },
      endpoints: watched.map((one) => ({
        ...{ ...endpoints[1], ...one, loadBalancer: null, targetGroup: null, target, address: target.id, port: 5432 },
      })),
    };
    const shop = await startShop({ account, invoke: async () => ({ kind: 'answer', payload }) });
    const ran = await runCli(['tree'], shop.environment).finally(shop.close);
    expect(ran.stdout).toMatch(words);
    expect(Object.keys(shop.calls()).filter((name) => /^(elastic|ec2)/.test(name))).toEqual([]);
  });

  it('says why it cannot', async () => {
    const world = { ...healthyWorld(), forbidden: ['lambda:InvokeFunction'] };
    const shop = await startShop({ world, account });
    const { status, stdout, stderr } = await runCli(['tree'], shop.environment).finally(shop.close);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/The monitor doctor-monitor \(stack doctor\) could not be invoked/);
  });
});

/** A report on one load balancer, one of whose targets the probers found silent for no reason that shows. */
async function silentReport() {
  const shop = await startShop();
  const args = ['check', '--from', 'none', 'shop-orders', '--output', 'json'];
  const report = JSON.parse((await runCli(args, shop.environment).finally(shop.close)).stdout);
  const [first, ...others] = report.endpoints;
  const symptom = { purpose: 'traffic', outcome: 'timed-out', witness: 'probe' };
  return { ...report, endpoints: [{ ...first, diagnosis: { ...first.diagnosis, symptom } }, ...others] };
}
