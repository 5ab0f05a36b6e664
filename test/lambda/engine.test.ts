import { beforeAll, describe, expect, it } from 'vitest';
import { labFault } from '../../lab/faults/target-security-group-blocks-load-balancer.ts';
import { addressNamed } from '../../lab/world/address-named.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import { diagnose, path, readInventory } from '../../lambda/engine.ts';
import { snapshotText } from '../../lambda/inventory/saved/snapshot-text.ts';
import { known } from '../../lambda/model/fact.ts';
import type { Inventory } from '../../lambda/model/inventory.ts';
import { readWorld } from './inventory/read-world.ts';

let broken: Inventory;
let healthy: Inventory;
beforeAll(async () => {
  healthy = (await readWorld(healthyWorld())).inventory;
  broken = timedOut((await readWorld(labFault.change(healthyWorld()))).inventory);
});

describe('diagnose', () => {
  it('finds what the configuration tells', () => {
    expect(codesOf(diagnose(healthy))).toEqual([]);
    expect(codesOf(diagnose(broken))).toContain(labFault.code);
  });

  it('judges the load balancers that are named, and no others', () => {
    const report = diagnose(broken, { loadBalancers: ['shop-orders'] });
    expect(report.loadBalancers.map(({ name }) => name)).toEqual(['shop-orders']);
    expect(codesOf(report)).not.toContain(labFault.code);
    expect(() => diagnose(broken, { loadBalancers: ['shop-order'] })).toThrow('shop-orders');
  });

  it('dates its report as it is told, else by the inventory', () => {
    expect(diagnose(healthy).checkedAt).toBe(new Date(healthy.readAt).toISOString());
    expect(diagnose(healthy, { at: new Date('2026-05-01T00:00:00Z') }).checkedAt).toBe('2026-05-01T00:00:00.000Z');
  });

  it('says the same of the same inventory', () => {
    expect(diagnose(broken)).toEqual(diagnose(broken));
  });
});

describe('path', () => {
  it('judges a flow, from any port or from one', () => {
    const to = `${addressNamed(healthyWorld(), 'api-a')}:9090`;
    expect(path(healthy, { from: 'shop-web', to }).verdict).toBe('allow');
    expect(path(healthy, { from: 'shop-web', to, sourcePort: 4711 }).verdict).toBe('allow');
    expect(path(broken, { from: 'shop-web', to }).verdict).toBe('deny');
  });

  it.each([
    ['a destination without a port', { from: 'shop-web', to: '10.0.0.1' }, 'has no port'],
    ['a source that is not there', { from: 'shop-wob', to: '10.0.0.1:80' }, 'shop-web'],
    ['a source port out of range', { from: 'shop-web', to: '10.0.0.1:80', sourcePort: 70_000 }, '1 to 65535'],
    ['a source port that is none', { from: 'shop-web', to: '10.0.0.1:80', sourcePort: 1.5 }, '1 to 65535'],
  ])('refuses %s', (_, asked, says) => {
    expect(() => path(healthy, asked)).toThrow(expect.objectContaining({ name: 'CannotCheck' }));
    expect(() => path(healthy, asked)).toThrow(says);
  });
});

describe('readInventory', () => {
  it('reads what snapshot writes', () => {
    const read = readInventory(JSON.parse(snapshotText(broken)));
    expect(codesOf(diagnose(read))).toEqual(codesOf(diagnose(broken)));
  });

  it.each([
    ['nothing', null, 'a JSON object'],
    ['a list', [], 'a JSON object'],
    ['another version', { schemaVersion: 2 }, 'only 1 can be read'],
    ['a part', { schemaVersion: 1, readAt: '2026-05-01T00:00:00Z', loadBalancers: {} }, 'loadBalancers'],
  ])('refuses %s', (_, json, says) => {
    expect(() => readInventory(json)).toThrow(expect.objectContaining({ name: 'CannotCheck' }));
    expect(() => readInventory(json)).toThrow(says);
  });
});

/** As its load balancers would have it in the end: no target of theirs answers. */
function timedOut(inventory: Inventory): Inventory {
  const said = { state: 'unhealthy', reason: 'Target.Timeout' };
  const health = Object.entries(inventory.targetHealth).map(
    ([arn, fact]) => [arn, fact.known ? known(fact.value.map((one) => ({ ...one, ...said }))) : fact] as const,
  );
  return { ...inventory, targetHealth: Object.fromEntries(health) };
}

function codesOf({ findings }: ReturnType<typeof diagnose>): readonly string[] {
  return findings.map(({ code }) => code);
}
