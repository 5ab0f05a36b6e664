import { describe, expect, it } from 'vitest';
import type { InvokeOutcome } from '../../lab/aws/invoke-outcome.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import { deployedShop } from './deployed-shop.ts';
import { type Ran, runCli } from './run-cli.ts';
import { type ShopOptions, startShop } from './shop.ts';

/** Runs the command line against a shop, and gives what the monitor was asked. */
async function run(args: readonly string[], options: ShopOptions = {}): Promise<Ran & { readonly asked: unknown[] }> {
  const asked: unknown[] = [];
  const { invoke = answerWith(await someReport()) } = options;
  const shop = await startShop({
    ...options,
    invoke: (functionName, payload) => {
      asked.push({ functionName, payload });
      return invoke(functionName, payload);
    },
  });
  const ran = await runCli(args, shop.environment).finally(shop.close);
  return { ...ran, asked };
}

function answerWith(payload: unknown): () => Promise<InvokeOutcome> {
  return async () => ({ kind: 'answer', payload });
}

/** A report as the monitor would answer it: of the same shop, by the same stages. */
let report: Promise<object> | undefined;
function someReport(): Promise<object> {
  report ??= (async () => {
    const shop = await startShop();
    const ran = await runCli(['check', '--from', 'none', '--output', 'json'], shop.environment).finally(shop.close);
    return { ...JSON.parse(ran.stdout), trigger: { kind: 'cli', detail: 'of the monitor' } };
  })();
  return report;
}

const account = deployedShop();
const [web, orders] = ['shop-web', 'shop-orders'].map(
  (name) => healthyWorld().loadBalancers.find((one) => one.name === name)?.arn ?? '',
);

describe('check asks the deployed monitor', () => {
  it.each([
    ['by default, for all', ['check'], null],
    ['for those that are named, of a stack', ['check', '--stack', 'doctor', 'shop-web'], ['shop-web']],
    ['for an ARN', ['check', '--from', 'vpc', web ?? ''], [web]],
  ])('%s', async (_, args, loadBalancers) => {
    const { status, stdout, stderr, asked } = await run([...args, '--output', 'json'], { account });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'Dialling from the VPC, by the probers of the stack doctor in eu-west-1.\n',
    });
    expect(JSON.parse(stdout).trigger).toEqual({ kind: 'cli', detail: 'of the monitor' });
    const payload = { trigger: { kind: 'cli', detail: null }, loadBalancers };
    expect(asked).toEqual([{ functionName: account.monitor, payload }]);
  });

  it.each([
    ['of its paths', { truncated: 'paths' }, 0, /Shortened to what fits a function's answer \(6 MB\): /],
    [
      'of subjects, which leaves nothing proven well',
      { truncated: 'subjects', omitted: { findings: 0, targetGroups: 1, endpoints: 2, unread: 0 } },
      3,
      /not everything could be judged.*\(6 MB\), without 1 target group and 2 endpoints: .* check NAME --from vpc/s,
    ],
  ])('and says where its answer was shortened: %s', async (_, changes, status, words) => {
    const invoke = answerWith({ ...(await someReport()), ...changes });
    const ran = await run(['check'], { account, invoke });
    expect(ran.status).toBe(status);
    expect(ran.stdout.replaceAll(/\s+/g, ' ')).toMatch(words);
  });

  it('and says where it is of another version', async () => {
    const { stderr } = await run(['check'], { account: deployedShop(healthyWorld(), { version: '0.0.9' }) });
    expect(stderr).toMatch(/They are of version 0\.0\.9, and this command line of \d/);
  });
});

const notWatched = deployedShop(healthyWorld(), { watched: [orders ?? ''] });
const other = deployedShop(healthyWorld(), { stack: 'other', mark: '0badcafe' });
const two = { stacks: [...account.stacks, ...other.stacks], functions: [...account.functions, ...other.functions] };
const forbidden = (action: string) => ({ world: { ...healthyWorld(), forbidden: [action] } });

describe('without a choice, check dials from this machine', () => {
  // A load balancer that has no target: nothing is dialled, wherever the machine stands.
  const bare = { ...healthyWorld(), registrations: {} };

  it.each<[string, ShopOptions, RegExp]>([
    ['where nothing is deployed', {}, /No deployment was found in eu-west-1\./],
    [
      'where nobody watches them',
      { account: notWatched },
      /No deployment in eu-west-1 watches shop-web; watched are shop-orders/,
    ],
    [
      'where nobody may look',
      { account, ...forbidden('cloudformation:DescribeStacks') },
      /Whether something is deployed in eu-west-1 is not known: .*cloudformation:DescribeStacks/,
    ],
  ])('%s', async (_, options, why) => {
    const world = { ...bare, forbidden: options.world?.forbidden ?? [] };
    const { stdout, stderr, asked } = await run(['check', 'shop-web', '--output', 'json'], { ...options, world });
    expect(asked).toEqual([]);
    expect(stderr).toMatch(/^Dialling from this machine\. /);
    expect(stderr).toMatch(why);
    expect(JSON.parse(stdout).trigger).toEqual({ kind: 'cli', detail: null });
  });
});

describe('check --from vpc says why it cannot', () => {
  const failing = async (): Promise<InvokeOutcome> => ({
    kind: 'function-error',
    payload: { errorType: 'CannotCheck', errorMessage: 'The load balancers cannot be read.' },
  });

  it.each<[string, readonly string[], ShopOptions, RegExp]>([
    ['nothing is deployed', [], {}, /No deployment was found in eu-west-1\. Deploy it .*--from local/],
    ['no such stack', ['--stack', 'dcotor'], { account }, /No deployment was found in the stack "dcotor" in eu-west-1/],
    ['several could', [], { account: two }, /name one with --stack \(doctor, other\)/],
    [
      'another region',
      ['arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/shop-web/af832a2c584d9465'],
      { account },
      /is in us-east-1, but eu-west-1 is being checked: say --region us-east-1/,
    ],
    [
      'the monitor failed',
      [],
      { account, invoke: failing },
      /The monitor doctor-monitor failed: The load balancers cannot be read\./,
    ],
    [
      'it may not be invoked',
      [],
      { account, ...forbidden('lambda:InvokeFunction') },
      /doctor-monitor \(stack doctor\) could not be invoked: .*Allow the IAM action lambda:InvokeFunction/,
    ],
  ])('%s', async (_, args, options, message) => {
    const { status, stdout, stderr } = await run(['check', '--from', 'vpc', ...args], options);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('--stack with --from local', async () => {
    const { status, stderr } = await runCli(['check', '--from', 'local', '--stack', 'doctor']);
    expect(status).toBe(1);
    expect(stderr).toContain('--stack names probers');
  });
});
