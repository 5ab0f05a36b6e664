import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import { balanced } from '../lambda/reachability/way/balanced.ts';
import { runCli } from './run-cli.ts';
import { saved } from './saved.ts';
import { startShop } from './shop.ts';

let held: Awaited<ReturnType<typeof saved>>;
beforeAll(async () => {
  held = await saved(balanced());
});
afterAll(() => held.close());

/** Without region and credentials: nothing can be asked of AWS. */
function path(...args: string[]) {
  return runCli(['path', '--inventory', held.file, ...args]);
}

describe('a saved inventory', () => {
  it.each([
    ['a flow that passes', '10.0.0.7:80', 0, /^ALLOW: i-jump at 10\.0\.9\.9 reaches 10\.0\.0\.7:80/m],
    ['one that is denied', '10.0.0.7:81', 2, /^>> STOP {2}listener/m],
    ['one to a host that is not there', '10.0.9.77:80', 2, /^>> STOP {2}destination/m],
  ])('%s', async (_, to, status, words) => {
    const ran = await path('--from', 'i-jump', '--to', to);
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status, stderr: '' });
    expect(ran.stdout).toMatch(words);
    expect(ran.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each([
    ['json', /^\{\n {2}"schemaVersion": 1,\n {2}"from": "i-jump",\n {2}"to": "10\.0\.1\.5:8080",/],
    ['markdown', /^# Origin Doctor/],
    ['html', /^<!doctype html>/],
  ])('as %s', async (output, beginning) => {
    const { status, stdout } = await path('--from', 'i-jump', '--to', '10.0.1.5:8080', '--output', output);
    expect(status).toBe(0);
    expect(stdout).toMatch(beginning);
  });

  it('from one source port', async () => {
    const { stdout } = await path('--from', 'i-jump', '--to', '10.0.1.5:8080', '--source-port', '4711');
    expect(stdout).toContain('source port 4711');
  });
});

describe('called wrongly', () => {
  it.each([
    ['no source', ['--to', '10.0.1.5:80'], /required option '--from <src>' not specified/],
    ['no destination', ['--from', 'i-jump'], /required option '--to <addr:port>' not specified/],
    ['no port', ['--from', 'i-jump', '--to', '10.0.1.5'], /"10\.0\.1\.5" has no port/],
    [
      'port 0',
      ['--from', 'i-jump', '--to', '10.0.1.5:0'],
      /"0" is no port\. Allowed are whole numbers from 1 to 65535/,
    ],
    ['port 65536', ['--from', 'i-jump', '--to', '10.0.1.5:65536'], /"65536" is no port/],
    ['source port 0', ['--from', 'i-jump', '--to', '10.0.1.5:80', '--source-port', '0'], /Allowed are whole numbers/],
    ['an address that is none', ['--from', 'i-jump', '--to', '10.0.1.300:80'], /"10\.0\.1\.300" is no IPv4 address/],
    ['a name', ['--from', 'i-jump', '--to', 'shop.example.com:80'], /is a name, and an address is wanted/],
    ['an instance as destination', ['--from', 'i-jump', '--to', 'i-app:80'], /an address is wanted: 10\.0\.1\.5:80/],
    ['IPv6 without brackets', ['--from', 'i-jump', '--to', '2001:db8::5:80'], /brackets/],
    ['an unknown source', ['--from', 'i-jmup', '--to', '10.0.1.5:80'], /no instance "i-jmup"\. Nearest are i-jump/],
    [
      'a source that nobody holds',
      ['--from', '10.0.1.99', '--to', '10.0.1.5:80'],
      /lies in vpc-1 .*no network interface/,
    ],
    ['the other family', ['--from', 'i-jump', '--to', '[2001:db8::5]:80'], /i-jump has no IPv6 address/],
  ])('%s', async (_, args, message) => {
    const { status, stdout, stderr } = await path(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['a file that is not there', 'nowhere.json', null],
    ['a file that is no JSON', 'broken.json', '{ "schemaVersion": 1, '],
    ['a foreign file', 'foreign.json', '{ "Reservoirs": [] }'],
  ])('%s', async (_, name, text) => {
    const file = join(held.folder, name);
    if (text !== null) writeFileSync(file, text);
    const { status, stdout, stderr } = await runCli(['path', '--inventory', file, '--from', 'a', '--to', '10.0.0.1:1']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/^\s+at |it failed/m);
  });
});

it.each([
  ['from a machine', 'shop-orders', 7000, /orders \(weight 1\) {2}2 of 2 targets reached/],
  ['from the internet', 'shop-web', 80, /web \(weight 1\) {2}3 of 3 targets reached/],
])('reads the account where no inventory is given, %s', async (from, balancer, port, words) => {
  const world = healthyWorld();
  const shop = await startShop();
  const source = from === 'from a machine' ? (world.instances[0]?.id ?? '') : '198.51.100.9';
  const node = world.networkInterfaces.find(({ description }) => description.includes(`/${balancer}/`));
  const args = ['--from', source, '--to', `${node?.addresses[0]?.address}:${port}`];
  const { status, stdout, stderr } = await runCli(['path', ...args], shop.environment).finally(shop.close);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(words);
});
