import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import type { World } from '../../../lab/world/world.ts';
import type { Config } from '../../../lib/config/config-schema.ts';
import { readConfig } from '../../../lib/config/read-config.ts';
import { runCli } from '../run-cli.ts';
import { startShop } from '../shop.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'origin-doctor-'));
  file = join(folder, 'origin-doctor.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `init` in a world, writing to the file. */
async function init(args: readonly string[], world: World = healthyWorld()) {
  const shop = await startShop({ world });
  return runCli(['init', '-o', file, ...args], shop.environment).finally(shop.close);
}

function config(): Config {
  return readConfig(readFileSync(file, 'utf8'), file);
}

describe('a file whose Region has no load balancer left', () => {
  const none: World = { ...healthyWorld(), loadBalancers: [] };
  const grown = none.vpcs.map((vpc) => ({ ...vpc, cidrs: [...vpc.cidrs, '10.200.0.0/16'] }));

  /** Writes what `init` does, changed, and gives it. */
  async function had(change: (config: Config) => void = () => undefined) {
    await init([]);
    const before = config();
    change(before);
    writeFileSync(file, JSON.stringify(before));
    return before;
  }

  function watching({ deployments: [first] }: Config) {
    const [caller] = first?.loadBalancers ?? [];
    const from = { subnets: caller?.subnets ?? [], securityGroups: caller?.securityGroups ?? [] };
    return [{ name: 'to-db', from, to: { host: '10.0.0.9', port: 5432 } }];
  }

  it.each<[string, boolean, RegExp]>([
    [
      'loses those that are gone, and keeps its watches',
      true,
      /since they are no longer there: shop-orders, shop-web\./,
    ],
    [
      'of watches only has the ranges of its VPC as they are',
      false,
      /The ranges of the VPC are others: eu-west-1 vpc-/,
    ],
  ])('%s', async (_, hasBalancers, said) => {
    const before = await had((file) => {
      for (const one of file.deployments) {
        one.watches = watching(file);
        if (!hasBalancers) one.loadBalancers = [];
      }
    });
    const { status, stderr } = await init(['--force'], { ...none, vpcs: grown });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(said) });
    const vpcCidrs = grown[0]?.cidrs.toSorted();
    const [deployment] = before.deployments;
    expect(config()).toEqual({ ...before, deployments: [{ ...deployment, loadBalancers: [], vpcCidrs }] });
  });

  it.each<[string, (config: Config) => void, RegExp]>([
    [
      'watches nothing else',
      () => undefined,
      /No load balancer is left in eu-west-1, .*cdk destroy.*Nothing was written/,
    ],
    [
      'is of another account',
      (file) => Object.assign(file, JSON.parse(JSON.stringify(file).replaceAll(file.account, '999999999999'))),
      /is of account 999999999999, and these credentials see account \d+: .*Nothing was written/,
    ],
    [
      'has nothing in this Region',
      (file) => Object.assign(file, JSON.parse(JSON.stringify(file).replaceAll('eu-west-1', 'us-east-1'))),
      /There is no Application or Network Load Balancer in eu-west-1: name another --region/,
    ],
  ])('is left as it is where it %s', async (_, change, why) => {
    await had(change);
    const text = readFileSync(file, 'utf8');
    const { status, stdout, stderr } = await init(['--force'], none);
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(why) });
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
