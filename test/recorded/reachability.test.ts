import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadInventory } from '../../lambda/inventory/saved/load-inventory.ts';
import type { PathJudgement } from '../../lambda/model/flow.ts';
import type { Inventory } from '../../lambda/model/inventory.ts';
import { destinationOf } from '../../lambda/reachability/destination-of.ts';
import { judgePath } from '../../lambda/reachability/path.ts';
import { stationAt } from '../../lambda/reachability/station-at.ts';
import { recordedFolder } from './recorded-folder.ts';

const skipped = recordedFolder === null ? ' (skipped: the recorded accounts are not here)' : '';
const LINUX = { from: 32768, to: 60999 };

function judge(inventory: Inventory, from: string, to: string, port: number): PathJudgement {
  const source = stationAt(inventory, from, null);
  const destination = source === null ? null : destinationOf(inventory, source, to);
  if (source === null || destination === null) throw new Error(`${from} and ${to} are addresses`);
  return judgePath(inventory, { source, destination, protocol: 'tcp', port, sourcePorts: LINUX });
}

function loaded(account: string): () => Inventory {
  let inventory: Inventory | undefined;
  beforeAll(async () => {
    inventory = await loadInventory(join(recordedFolder ?? '', account));
  });
  return () => {
    if (inventory === undefined) throw new Error(`${account} was not loaded`);
    return inventory;
  };
}

describe.runIf(recordedFolder !== null)(`paths of the recorded account vpc-peering${skipped}`, () => {
  const account = loaded('vpc-peering');
  const FIRST = '10.10.10.157';
  const SECOND = '192.168.1.106';
  const THIRD = '192.168.2.229';

  it.each([
    ['the first to the second', FIRST, SECOND, 'pcx-0b89b559e3319d6cf'],
    ['the second to the first', SECOND, FIRST, 'pcx-0b89b559e3319d6cf'],
    ['the first to the third, which has the same range', FIRST, THIRD, 'pcx-0d5b836985ac8ca8c'],
    ['the third to the first', THIRD, FIRST, 'pcx-0d5b836985ac8ca8c'],
  ])('%s: on port 22, and by their groups on nothing else', (_which, from, to, peering) => {
    const ssh = judge(account(), from, to, 22);
    expect(ssh.verdict).toBe('allow');
    expect(ssh.forward.find(({ kind }) => kind === 'peering')).toMatchObject({ resource: peering });
    expect(ssh.return.find(({ kind }) => kind === 'peering')).toMatchObject({ resource: peering });
    for (const port of [21, 23, 80, 443, 65535]) {
      const { verdict, blockers } = judge(account(), from, to, port);
      expect(verdict).toBe('deny');
      expect(blockers.map(({ kind }) => kind)).toEqual(['security-group-ingress']);
    }
  });

  it('from the first, 192.168.100.1 has no route in its own subnet', () => {
    const { blockers, forward } = judge(account(), FIRST, '192.168.100.1', 22);
    expect(blockers).toMatchObject([
      { kind: 'route', resource: 'rtb-0891861fffaea6d52', why: 'rtb-0891861fffaea6d52 has no route to 192.168.100.1' },
    ]);
    expect(forward.map(({ kind }) => kind)).not.toContain('peering');
  });

  it.each([
    [
      '10.10.100.1 crosses the peering and finds no subnet',
      '10.10.100.1',
      'vpc-0404e08ceddf7f650',
      'no subnet of vpc-0404e08ceddf7f650 holds 10.10.100.1',
    ],
    [
      '10.10.10.11 finds a subnet but no such host',
      '10.10.10.11',
      'subnet-006a19c846f047bd7',
      'no network interface in subnet-006a19c846f047bd7 holds 10.10.10.11',
    ],
  ])('from the second, %s', (_what, to, resource, why) => {
    const { forward, blockers } = judge(account(), SECOND, to, 22);
    expect(forward.find(({ kind }) => kind === 'peering')).toMatchObject({ decision: 'allow' });
    expect(blockers).toMatchObject([{ kind: 'destination', resource, why }]);
  });

  it('does not pass from the second to the third, which the first does not join', () => {
    expect(judge(account(), SECOND, THIRD, 22)).toMatchObject({ verdict: 'deny' });
  });
});

describe.runIf(recordedFolder !== null)(`paths of the recorded account network-load-balancer${skipped}`, () => {
  const account = loaded('network-load-balancer');

  it('lead from each node to each server on port 22, and on nothing else', () => {
    const { networkInterfaces } = account();
    const all = networkInterfaces.known ? networkInterfaces.value : [];
    const addresses = (nodes: boolean) =>
      all
        .filter((one) => one.description.startsWith('ELB net/') === nodes)
        .flatMap((one) => one.addresses.map(({ address }) => address));
    expect(addresses(true)).toHaveLength(2);
    for (const from of addresses(true)) {
      for (const to of addresses(false)) {
        expect(judge(account(), from, to, 22)).toMatchObject({ verdict: 'allow' });
        expect(judge(account(), from, to, 80)).toMatchObject({
          verdict: 'deny',
          blockers: [{ kind: 'security-group-ingress' }],
        });
      }
    }
  });

  it('lead from the jump host to the nodes', () => {
    const { networkInterfaces } = account();
    const all = networkInterfaces.known ? networkInterfaces.value : [];
    const jump =
      all.find(({ attachment }) => attachment?.instanceId === 'i-0c8ce8bbdd98cc4e8')?.addresses[0]?.address ?? '';
    for (const node of all.filter(({ description }) => description.startsWith('ELB net/'))) {
      expect(judge(account(), jump, node.addresses[0]?.address ?? '', 80)).toMatchObject({ verdict: 'allow' });
    }
  });
});

describe.runIf(recordedFolder !== null).each(['vpc-peering', 'network-load-balancer'])(
  `every pair of %s${skipped}`,
  (name) => {
    const account = loaded(name);

    it.each([22, 80, 443])('has an answer on port %i', (port) => {
      const { networkInterfaces } = account();
      const interfaces = networkInterfaces.known ? networkInterfaces.value : [];
      const all = interfaces.flatMap((one) => one.addresses.map(({ address }) => address));
      const pairs = all.flatMap((from) => all.filter((to) => to !== from).map((to) => [from, to] as const));
      expect(pairs.length).toBeGreaterThanOrEqual(6);
      for (const [from, to] of pairs) {
        const { verdict, forward, return: back } = judge(account(), from, to, port);
        expect(verdict).toMatch(/^(allow|deny)$/);
        expect([...forward, ...back].filter(({ why }) => why === '')).toEqual([]);
      }
    });
  },
);
