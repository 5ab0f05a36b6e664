import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadInventory } from '../../lambda/inventory/saved/load-inventory.ts';
import { ordered } from '../../lambda/inventory/saved/ordered.ts';
import { saveSnapshot } from '../../lambda/inventory/saved/save-snapshot.ts';
import type { Inventory } from '../../lambda/model/inventory.ts';
import { unreadInventory } from '../../lambda/model/unread-inventory.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { recordedFolder } from './recorded-folder.ts';

const skipped = recordedFolder === null ? ' (skipped: the recorded accounts are not here)' : '';

describe.runIf(recordedFolder !== null)(`recorded account network-load-balancer${skipped}`, () => {
  const account = loaded('network-load-balancer');

  it('has as many of each kind as were recorded', () => {
    expect(countsOf(account())).toEqual({
      loadBalancers: 1,
      targetGroups: 4,
      vpcs: 1,
      subnets: 3,
      securityGroups: 3,
      securityGroupRules: 7,
      networkAcls: 1,
      routeTables: 2,
      networkInterfaces: 5,
      instances: 3,
      prefixLists: 2,
      internetGateways: 1,
    });
  });

  it('has the load balancer, internal, in two zones, with cross-zone on', () => {
    expect(account().loadBalancers).toMatchObject([
      {
        name: 'test-lb',
        type: 'network',
        scheme: 'internal',
        state: 'active',
        securityGroups: [],
        zones: [{ zone: 'us-east-2a' }, { zone: 'us-east-2b' }],
        attributes: { value: { 'load_balancing.cross_zone.enabled': 'true' } },
      },
    ]);
  });

  it('serves port 80, and forwards to targets that are registered on port 22 and healthy', () => {
    const { loadBalancers, listeners, targetHealth } = account();
    const arn = loadBalancers[0]?.arn ?? '';
    const listener = listeners[arn];
    expect(listener).toMatchObject({ value: [{ protocol: 'TCP', port: 80, defaultActions: [{ type: 'forward' }] }] });
    const group = listener?.known ? (listener.value[0]?.defaultActions[0]?.targetGroups[0]?.arn ?? '') : '';
    expect(targetHealth[group]).toMatchObject({
      value: [
        { target: { id: 'i-0f4af951d61a19245', port: 22 }, state: 'healthy' },
        { target: { id: 'i-055b0db7be365202c', port: 22 }, state: 'healthy' },
      ],
    });
    const others = Object.entries(targetHealth).filter(([other]) => other !== group);
    expect(others.map(([, fact]) => fact.known)).toEqual([false, false, false]);
  });

  it('has the jump host, with a public address', () => {
    const { networkInterfaces, instances } = account();
    expect(named(instances, 'i-0c8ce8bbdd98cc4e8')).toMatchObject({
      name: 'Jump Host',
      primaryAddress: '10.1.250.112',
    });
    expect(named(networkInterfaces, 'eni-038def4bc4303c3e6')).toMatchObject({
      attachment: { instanceId: 'i-0c8ce8bbdd98cc4e8' },
      addresses: [{ address: '10.1.250.112', publicAddress: '3.17.39.193' }],
    });
  });

  it('writes out the rules that have no ids', () => {
    const { securityGroupRules } = account();
    const lines = securityGroupRules.known ? securityGroupRules.value : [];
    expect(lines.filter(({ groupId }) => groupId === 'sg-0a74e5595da78724d').map(({ id }) => id)).toEqual([
      'tcp 22 from 0.0.0.0/0',
      'icmp type 8 code 0 from 0.0.0.0/0',
      'all traffic to 0.0.0.0/0',
    ]);
  });

  it('has the ranges of prefix lists', () => {
    expect(named(account().prefixLists, 'pl-4ca54025')).toMatchObject({ cidrs: { value: ['52.94.4.0/24'] } });
  });

  it('comes back from a snapshot as it was', () => comesBack(account()));
});

describe.runIf(recordedFolder !== null)(`recorded account vpc-peering${skipped}`, () => {
  const account = loaded('vpc-peering');

  it('has as many of each kind as were recorded', () => {
    expect(countsOf(account())).toEqual({
      loadBalancers: 0,
      vpcs: 3,
      subnets: 3,
      securityGroups: 6,
      securityGroupRules: 12,
      networkAcls: 3,
      routeTables: 3,
      networkInterfaces: 3,
      instances: 3,
      peerings: 2,
    });
  });

  it('peers one VPC with two that have the same range, told apart by routes', () => {
    const { peerings, routeTables } = account();
    const sides = {
      requester: { vpcId: 'vpc-0404e08ceddf7f650', cidrs: ['10.10.0.0/16'] },
      accepter: { cidrs: ['192.168.0.0/16'] },
    };
    expect(peerings).toMatchObject({
      value: [
        { status: 'active', ...sides },
        { status: 'active', ...sides },
      ],
    });
    expect(named(routeTables, 'rtb-0891861fffaea6d52')).toMatchObject({
      main: true,
      routes: [
        { destination: '192.168.1.0/24', target: 'pcx-0b89b559e3319d6cf', state: 'active' },
        { destination: '192.168.2.0/24', target: 'pcx-0d5b836985ac8ca8c', state: 'active' },
        { destination: '10.10.0.0/16', target: 'local', state: 'active' },
      ],
    });
  });

  it('leaves out the ranges that the VPCs no longer have', () => {
    expect(named(account().vpcs, 'vpc-00a31ce9d0c06675c')).toMatchObject({ name: 'VPC B', cidrs: ['192.168.0.0/16'] });
  });

  it('comes back from a snapshot as it was', () => comesBack(account()));
});

function loaded(name: string): () => Inventory {
  let inventory = unreadInventory('');
  beforeAll(async () => {
    inventory = await loadInventory(join(recordedFolder ?? '', name));
  });
  return () => inventory;
}

/** How many there are of each kind that is known. */
function countsOf(inventory: Inventory): Record<string, number> {
  const facts = Object.entries(inventory).flatMap(([key, one]: [string, unknown]) => {
    const list: unknown = typeof one === 'object' && one !== null && 'value' in one ? one.value : one;
    return Array.isArray(list) ? [[key, list.length] as const] : [];
  });
  return Object.fromEntries(facts);
}

function named<T extends { readonly id: string }>(
  fact: { readonly known: true; readonly value: readonly T[] } | { readonly known: false },
  id: string,
): T | undefined {
  return fact.known ? fact.value.find((one) => one.id === id) : undefined;
}

async function comesBack(inventory: Inventory): Promise<void> {
  const file = join(temporaryFolder(), 'snapshot.json');
  await saveSnapshot(file, inventory);
  expect(await loadInventory(file)).toEqual(ordered(inventory));
}
