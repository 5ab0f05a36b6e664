import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../lab/aws/account-facts.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import type { World } from '../../lab/world/world.ts';
import { readConfig } from '../../lib/config/read-config.ts';
import { type Ran, runCli } from './run-cli.ts';
import { type ShopOptions, startShop } from './shop.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'origin-doctor-'));
  file = join(folder, 'origin-doctor.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `init` against a shop, writing to the file. */
async function init(args: readonly string[], options: ShopOptions = {}): Promise<Ran> {
  const shop = await startShop(options);
  return runCli(['init', '-o', file, ...args], shop.environment).finally(shop.close);
}

function config() {
  return readConfig(readFileSync(file, 'utf8'), file);
}

function namesIn({ deployments }: ReturnType<typeof config>): readonly string[] {
  return deployments.flatMap(({ loadBalancers }) => loadBalancers.map(({ name }) => name));
}

function refused({ status, stdout, stderr }: Ran, message: RegExp): void {
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
}

const CROWDED = 'vpc-0123456789abcdef0';

/** A second VPC with many load balancers, in an order of nobody's making. */
function crowded(count: number): World {
  const world = healthyWorld();
  const [pattern] = world.loadBalancers;
  if (pattern === undefined) throw new Error('the world has no load balancer');
  const vpcId = CROWDED;
  const subnet = { ...world.subnets[0], id: 'subnet-0123456789abcdef0', vpcId } as World['subnets'][number];
  const clones = Array.from({ length: count }, (_, index) => ({
    ...pattern,
    arn: pattern.arn.replace(/app\/.*$/, `app/many-${count - index}/${(index + 16).toString(16)}`),
    name: `many-${count - index}`,
    vpcId,
    zones: [{ zone: subnet.zone, subnetId: subnet.id }],
  }));
  return {
    ...world,
    vpcs: [
      ...world.vpcs,
      { id: vpcId, name: 'many', cidrs: ['10.99.0.0/16', '10.98.0.0/16'], ipv6Cidrs: ['2001:db8::/56'] },
    ],
    subnets: [...world.subnets, subnet],
    loadBalancers: [...clones, ...world.loadBalancers],
  };
}

describe('a configuration', () => {
  it('is of all load balancers where none is chosen, and twice the same', async () => {
    const { status, stdout, stderr } = await init([]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('2 load balancers (all that there are in eu-west-1), for 1 stack');
    expect(namesIn(config())).toEqual(['shop-orders', 'shop-web']);
    const first = readFileSync(file);
    expect(await init(['--all', '--force'])).toMatchObject({ status: 0 });
    expect(readFileSync(file).equals(first)).toBe(true);
    expect(readdirSync(folder)).toEqual(['origin-doctor.json']);
  });

  it('tells of subnets, zones, groups and ranges as AWS does', async () => {
    const world = healthyWorld();
    await init(['shop-web'], { world });
    const [web] = world.loadBalancers.filter(({ name }) => name === 'shop-web');
    expect(config()).toMatchObject({
      account: world.accountId,
      deployments: [
        {
          region: world.region,
          vpcId: web?.vpcId,
          vpcCidrs: world.vpcs[0]?.cidrs,
          loadBalancers: [
            {
              arn: web?.arn,
              type: 'application',
              scheme: web?.scheme,
              subnets: web?.zones.map(({ zone, subnetId }) => ({ id: subnetId, zone })),
              securityGroups: web?.securityGroups,
            },
          ],
        },
      ],
    });
  });

  it('has a deployment for each VPC, and more where one has not room for all, in an order of its own', async () => {
    const { stderr } = await init([], { world: crowded(60) });
    const { deployments } = config();
    const many = deployments.filter(({ vpcId }) => vpcId === CROWDED);
    expect(deployments).toHaveLength(3);
    expect(many.map(({ name, loadBalancers }) => [name, loadBalancers.length])).toEqual([
      [undefined, 57],
      ['part2', 3],
    ]);
    expect(many[0]?.vpcCidrs).toEqual(['10.98.0.0/16', '10.99.0.0/16', '2001:db8::/56']);
    const names = many.flatMap(({ loadBalancers }) => loadBalancers.map(({ name }) => name));
    expect(names).toEqual(names.toSorted());
    expect(stderr).toContain('62 load balancers (all that there are in eu-west-1), for 3 stacks:');
  });

  it('goes to standard output where that is asked for', async () => {
    const shop = await startShop();
    const { status, stdout } = await runCli(['init', '-o', '-'], shop.environment).finally(shop.close);
    expect(status).toBe(0);
    expect(namesIn(readConfig(stdout, 'standard output'))).toEqual(['shop-orders', 'shop-web']);
  });

  it('says of a load balancer without groups what that means', async () => {
    const world = healthyWorld();
    const loadBalancers = world.loadBalancers.map((one) =>
      one.type === 'network' ? { ...one, securityGroups: [] } : one,
    );
    const { stderr } = await init([], { world: { ...world, loadBalancers } });
    expect(stderr).toMatch(/shop-orders: network.*no security groups/);
    expect(config().deployments[0]?.loadBalancers[0]?.securityGroups).toEqual([]);
  });
});

describe('tags', () => {
  const [web, orders] = ['shop-web', 'shop-orders'].map(
    (name) => healthyWorld().loadBalancers.find((one) => one.name === name)?.arn ?? '',
  );
  const account: AccountFacts = {
    tags: { [web ?? '']: { team: 'shop', tier: 'edge' }, [orders ?? '']: { team: 'shop' } },
  };

  it.each([
    ['one tag', ['--tag', 'team=shop'], ['shop-orders', 'shop-web']],
    ['all of several', ['--tag', 'team=shop', '--tag', 'tier=edge'], ['shop-web']],
  ])('%s', async (_, args, names) => {
    expect(await init(args, { account })).toMatchObject({ status: 0, stdout: '' });
    expect(namesIn(config())).toEqual(names);
  });

  it.each([
    [
      'nobody has',
      { account },
      ['--tag', 'team=shpo'],
      /No load balancer is tagged team=shpo; there are team=shop, tier=edge/,
    ],
    ['nobody can have', { account }, ['--tag', 'team'], /Allowed is KEY=VALUE/],
    [
      'may not be read',
      { account, world: { ...healthyWorld(), forbidden: ['elasticloadbalancing:DescribeTags'] } },
      ['--tag', 'team=shop'],
      /The tags of the load balancers cannot be read.*elasticloadbalancing:DescribeTags/,
    ],
  ])('that %s', async (_, options, args, message) => {
    refused(await init(args, options), message);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a file that is there', () => {
  it('is left as it is', async () => {
    writeFileSync(file, 'mine');
    refused(await init([]), /origin-doctor\.json" is there already: --force/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('is brought up to date with --force, and loses nothing else', async () => {
    await init([]);
    const before = JSON.parse(readFileSync(file, 'utf8'));
    const [here] = before.deployments;
    const { region, vpcId, vpcCidrs, loadBalancers } = here;
    const [orders, web] = loadBalancers;
    const far = JSON.parse(
      JSON.stringify({ ...here, region: 'us-east-1', vpcId: 'vpc-0f', loadBalancers: [orders] })
        .replaceAll(region, 'us-east-1')
        .replaceAll('subnet-', 'subnet-f'),
    );
    const from = { subnets: web.subnets, securityGroups: web.securityGroups };
    const watches = [{ name: 'to-db', from, to: { host: '10.0.0.9', port: 5432 } }];
    const gone = { ...orders, arn: orders.arn.replace('shop-orders', 'shop-gone'), name: 'shop-gone' };
    before.deployments = [
      far,
      { region, vpcId, name: 'edge', vpcCidrs, loadBalancers: [web, gone], options: { concurrency: 3 } },
      { region, vpcId, name: 'inner', vpcCidrs, loadBalancers: [], watches, options: { concurrency: 4 } },
    ];
    before.options = { emails: ['on-call@example.com'] };
    writeFileSync(file, JSON.stringify(before));
    const { status, stderr } = await init(['--all', '--force']);
    expect(status).toBe(0);
    const [, edge, inner] = before.deployments;
    expect(config()).toEqual({
      ...before,
      deployments: [far, { ...edge, loadBalancers: [web, orders] }, inner],
    });
    expect(stderr).toContain('2 load balancers (all that there are in eu-west-1), for 2 stacks:');
    expect(stderr).toContain(`Added: shop-orders (${region} ${vpcId} edge).`);
    expect(stderr).toContain('since they are no longer there: shop-gone.');
    expect(stderr).toContain('Untouched, being of other Regions: us-east-1 vpc-0f.');
    expect(stderr).toContain('to-db: a watch, to 10.0.0.9 port 5432');
    expect(stderr).toMatch(/Next: `(cd .* && )?npm run build && npx cdk deploy --all -c config=.*origin-doctor\.json`/);
  });

  it.each([
    ['a name', ['shop-web']],
    ['a tag', ['--tag', 'tier=edge']],
  ])('keeps what %s does not choose', async (_, args) => {
    const web = healthyWorld().loadBalancers.find(({ name }) => name === 'shop-web')?.arn ?? '';
    await init([]);
    const { status, stderr } = await init([...args, '--force'], { account: { tags: { [web]: { tier: 'edge' } } } });
    expect(status).toBe(0);
    expect(namesIn(config())).toEqual(['shop-orders', 'shop-web']);
    expect(stderr).toContain('2 load balancers (1 chosen, and 1 that the file had)');
    expect(stderr).toContain('Kept though not chosen (take them out of the file by hand): shop-orders.');
  });

  it.each([
    ['no JSON', 'mine', /is not JSON: .*\nNothing was written: put the file right, or move it away/s],
    ['empty', '', /is not JSON/],
    ['no configuration', '{"account":"1"}', /cannot be used:\n {2}account is "1"/],
  ])('that is %s is left as it is, also with --force', async (_, text, message) => {
    writeFileSync(file, text);
    refused(await init(['--force']), message);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['origin-doctor.json']);
  });

  it('of another account is left as it is', async () => {
    await init([]);
    const text = readFileSync(file, 'utf8').replaceAll(healthyWorld().accountId, '999999999999');
    writeFileSync(file, text);
    refused(
      await init(['--force']),
      /is of account 999999999999, and these credentials see account \d+: .*Nothing was written/,
    );
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

describe('nothing is written', () => {
  it.each([
    [
      'ec2:DescribeSubnets',
      /The subnets of the load balancers cannot be read.*Allow the IAM action ec2:DescribeSubnets/,
    ],
    ['ec2:DescribeVpcs', /The ranges of the VPCs cannot be read.*Allow the IAM action ec2:DescribeVpcs/],
    ['elasticloadbalancing:DescribeLoadBalancers', /elasticloadbalancing:DescribeLoadBalancers/],
  ])('without %s', async (action, message) => {
    refused(await init([], { world: { ...healthyWorld(), forbidden: [action] } }), message);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['a name that is not there', ['shop-wbe'], /There is no load balancer "shop-wbe".*shop-web/],
    ['names and tags', ['shop-web', '--tag', 'a=b'], /allowed is one of names, --tag and --all/],
    [
      'a folder in place of a file',
      ['--force', '-o', import.meta.dirname],
      /test\/bin cannot be read: .*\nNothing was written/,
    ],
    ['a folder that is not there', ['-o', '/nowhere/at/all.json'], /cannot be saved .*there is no folder/],
  ])('for %s', async (_, args, message) => {
    refused(await init(args), message);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('where there is no load balancer', async () => {
    const world = { ...healthyWorld(), loadBalancers: [] };
    refused(await init([], { world }), /There is no Application or Network Load Balancer in eu-west-1/);
  });

  it.each([
    ['without a region', []],
    ['with an empty one', ['--region', '', '--profile', '']],
  ])('%s', async (_, args) => {
    const keys = { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y' };
    refused(await runCli(['init', '-o', file, ...args], keys), /There is no AWS region: .*--region/);
  });
});
