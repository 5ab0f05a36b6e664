import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadInventory } from '../../lambda/inventory/saved/load-inventory.ts';
import { findWay } from '../../lambda/join/find-way.ts';
import type { WayJudgement } from '../../lambda/model/way.ts';
import { parseDestination } from '../../lambda/reachability/way/parse-destination.ts';
import { runCli } from '../bin/run-cli.ts';
import { recordedFolder } from './recorded-folder.ts';

const skipped = recordedFolder === null ? ' (skipped: the recorded accounts are not here)' : '';
const account = (name: string) => join(recordedFolder ?? '', name);
const JUMP = 'i-0c8ce8bbdd98cc4e8';
const HUB = 'i-06ba034d88c84ef07';
const SPOKE = 'i-0b14080af811fda3d';

/** A way in a recorded account. */
async function path(name: string, from: string, to: string): Promise<WayJudgement> {
  const destination = parseDestination(to);
  if ('problem' in destination) throw new Error(destination.problem);
  return findWay(await loadInventory(account(name)), { from, to: destination, sourcePort: null });
}

describe.runIf(recordedFolder !== null)(`the account with a network load balancer${skipped}`, () => {
  it.each([
    ['10.1.1.237:80', 'allow'],
    ['10.1.20.123:80', 'allow'],
    ['10.1.1.237:81', 'deny'],
    ['10.1.1.189:22', 'allow'],
    ['10.1.1.189:80', 'deny'],
  ])('from the jump host to %s: %s', async (to, verdict) => {
    expect(await path('network-load-balancer', JUMP, to)).toMatchObject({ verdict });
  });

  it('reaches both servers through the load balancer', async () => {
    const { worst } = await path('network-load-balancer', JUMP, '10.1.1.237:80');
    const targets = worst.through?.rules.flatMap(({ groups }) => groups.flatMap((group) => group.targets));
    expect(targets?.map(({ target, verdict }) => [target.port, verdict])).toEqual([
      [22, 'allow'],
      [22, 'allow'],
    ]);
  });

  it('answers on the command line', async () => {
    const args = ['path', '--inventory', account('network-load-balancer'), '--from', JUMP, '--to', '10.1.1.237:81'];
    const { status, stdout, stderr } = await runCli(args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
    expect(stdout).toMatch(/^>> STOP {2}listener: net\/test-lb\n +no listener of test-lb serves tcp 81/m);
  });

  it('is healthy, and says so in the tree', async () => {
    const args = ['--inventory', account('network-load-balancer')];
    const tree = await runCli(['tree', ...args]);
    expect(tree).toMatchObject({ status: 0, stderr: '' });
    expect(tree.stdout).toMatch(/test-lb-tg \(weight 1\) {2}2 of 2 healthy/);
    expect(await runCli(['check', '--from', 'none', ...args])).toMatchObject({ status: 0, stderr: '' });
  });
});

describe.runIf(recordedFolder !== null)(`the account with peered VPCs${skipped}`, () => {
  it.each([
    ['the hub', HUB, '192.168.1.106:22', 'allow'],
    ['the hub, on another port', HUB, '192.168.1.106:80', 'deny'],
    ['the spoke', SPOKE, '10.10.10.157:22', 'allow'],
    ['the spoke, on another port', SPOKE, '10.10.10.157:443', 'deny'],
    ['the hub, without a route', HUB, '192.168.100.1:22', 'deny'],
    ['the spoke, to no subnet', SPOKE, '10.10.100.1:22', 'deny'],
    ['the spoke, to no host', SPOKE, '10.10.10.11:22', 'deny'],
  ])('from %s', async (_, from, to, verdict) => {
    expect(await path('vpc-peering', from, to)).toMatchObject({ verdict });
  });
});

describe.runIf(recordedFolder !== null)(`every pair of interfaces${skipped}`, () => {
  it.each(['network-load-balancer', 'vpc-peering'])('of %s has an answer on ports 22, 80 and 443', async (name) => {
    const inventory = await loadInventory(account(name));
    const interfaces = inventory.networkInterfaces.known ? inventory.networkInterfaces.value : [];
    expect(interfaces.length).toBeGreaterThan(1);
    const verdicts = interfaces.flatMap(({ id: from }) =>
      interfaces
        .filter(({ id }) => id !== from)
        .flatMap(({ addresses }) => addresses.map(({ address }) => address))
        .flatMap((host) =>
          [22, 80, 443].map((port) => findWay(inventory, { from, to: { host, port }, sourcePort: null }).verdict),
        ),
    );
    expect(new Set(verdicts)).toEqual(new Set(['allow', 'deny']));
  });
});
