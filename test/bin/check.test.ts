import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { labFault } from '../../lab/faults/target-security-group-blocks-load-balancer.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import { awsEnvironment, type Ran, runCli } from './run-cli.ts';
import { type ShopOptions, startShop } from './shop.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Checks a shop without dialling anything. */
async function checkShop(args: readonly string[], options: ShopOptions = {}): Promise<Ran> {
  const shop = await startShop(options);
  closers.push(shop.close);
  return runCli(['check', '--from', 'none', ...args], shop.environment);
}

describe('a report', () => {
  it('of a healthy shop is calm', async () => {
    const { status, stdout, stderr } = await checkShop([]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('All that was looked at is healthy.');
    expect(stdout).toContain('Nothing was dialled');
    expect(stdout).toMatch(/healthy {2}shop-web[\s\S]*healthy {2}shop-orders/);
  });

  it('is of those that were named', async () => {
    const { status, stdout } = await checkShop(['shop-orders', '--output', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).loadBalancers).toMatchObject([{ name: 'shop-orders', type: 'network', unjudged: null }]);
  });

  it('names the rule that is missing', async () => {
    const world = labFault.change(healthyWorld());
    const said = { state: 'unhealthy', reason: 'Target.Timeout' };
    const { status, stdout } = await checkShop(['shop-web'], { world, said });
    expect(status).toBe(2);
    expect(stdout).toContain('target-security-group-blocks-load-balancer');
    expect(stdout).toContain('aws ec2 authorize-security-group-ingress');
    expect(stdout).toContain('the load balancer says unhealthy (Target.Timeout)');
  });

  it.each([
    ['text', /^Origin Doctor/],
    ['json', /^\{\n {2}"schemaVersion": 1,/],
    ['markdown', /^# Origin Doctor/],
    ['html', /^<!doctype html>/],
  ])('as %s', async (output, beginning) => {
    const { status, stdout, stderr } = await checkShop(['--output', output]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(beginning);
  });
});

describe('what could not be read', () => {
  it('is unknown, named with its permission, and never healthy', async () => {
    const world = { ...healthyWorld(), forbidden: ['ec2:DescribeNetworkAcls'] };
    const { status, stdout, stderr } = await checkShop([], { world });
    expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
    expect(stdout).not.toMatch(/^ +healthy/m);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('network ACLs: the caller may not call ec2:DescribeNetworkAcls');
  });

  it('ends it where it is the load balancers', async () => {
    const world = { ...healthyWorld(), forbidden: ['elasticloadbalancing:DescribeLoadBalancers'] };
    expectRefusal(await checkShop([], { world }), /elasticloadbalancing:DescribeLoadBalancers/);
  });
});

describe('called wrongly', () => {
  it.each([
    ['a name that is not there', ['shop-wbe'], /There is no load balancer "shop-wbe".*shop-web/],
    ['an ARN that is none', ['arn:aws:nonsense'], /"arn:aws:nonsense" is not an ARN of a load balancer/],
  ])('%s', async (_, args, message) => {
    expectRefusal(await checkShop(args), message);
  });

  it.each([
    ['no region', { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y' }, /There is no AWS region: .*--region/],
    ['no credentials', { AWS_REGION: 'eu-west-1' }, /There are no AWS credentials: .*--profile/],
    ['a profile that is not there', { AWS_REGION: 'eu-west-1', AWS_PROFILE: 'prod' }, /There is no AWS profile "prod"/],
  ])('%s', async (_, environment, message) => {
    expectRefusal(await runCli(['check', '--from', 'none'], environment), message);
  });
});

describe('an endpoint', () => {
  it('that is down is named', async () => {
    const url = await closedPort();
    expectRefusal(await runCli(['check', '--from', 'none'], awsEnvironment(url)), new RegExp(`${url}: .*ECONNREFUSED`));
  });

  it.each([
    ['garbage', 200, 'not XML at all <<<'],
    ['a page of some other server', 404, '<html>nothing here</html>'],
    ['nothing', 200, ''],
  ])('that answers %s is named', async (_, status, body) => {
    const server = createServer((_request, response) => response.writeHead(status).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expectRefusal(await runCli(['check', '--from', 'none', '--output', 'json'], awsEnvironment(url)), new RegExp(url));
  });
});

/** One message, nothing on standard output, no stack. */
function expectRefusal({ status, stdout, stderr }: Ran, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).not.toMatch(/^\s+at |Error:/m);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
}

/** An address on this machine where nothing listens. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
