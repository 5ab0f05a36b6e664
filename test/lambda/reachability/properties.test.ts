import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known } from '../../../lambda/model/fact.ts';
import type { Decision, Hop, PathJudgement } from '../../../lambda/model/flow.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { stationAt } from '../../../lambda/reachability/station-at.ts';
import { acl, entry, rule } from './small-inventory.ts';
import { type Tables, transitRoutes, wideInventory } from './wide-inventory.ts';

/** By which way the two VPCs hang together: none, a peering, a transit gateway, each from either side. */
const target = fc.constantFrom(null, 'pcx-1', 'tgw-1', 'nat-1', 'igw-1');
const ports = fc.constantFrom(null, 80, 8080, [1024, 65535] as const, [32768, 60999] as const);
const range = fc.constantFrom(
  '0.0.0.0/0',
  '10.0.0.0/16',
  '10.0.0.7/32',
  '172.16.0.0/16',
  '172.16.1.0/24',
  '172.16.1.5/32',
);
const peer = fc.oneof(range, fc.constantFrom('sg-lb', 'sg-far', 'sg-other', 'pl-1'));
const rules = fc
  .array(
    fc.tuple(
      fc.constantFrom('sg-lb', 'sg-far', 'sg-other'),
      fc.constantFrom('in' as const, 'out' as const),
      fc.constantFrom('tcp', 'udp', '-1'),
      ports,
      peer,
    ),
    { maxLength: 8 },
  )
  .map((all) => all.map(([group, ...rest], index) => rule(`sgr-${index}`, group, ...rest)));
const entries = fc
  .uniqueArray(
    fc.tuple(
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom('in' as const, 'out' as const),
      fc.constantFrom('allow' as const, 'deny' as const),
      fc.constantFrom('6', '-1'),
      ports,
      range,
    ),
    { maxLength: 8, selector: ([number]) => number },
  )
  .map((all) => all.map((one) => entry(...one)));

const world = fc.record({
  near: target,
  far: target,
  edge: target,
  rules,
  acl1: entries,
  acl2: entries,
  listed: fc.subarray(['10.0.0.0/8', '172.16.0.0/16']),
});
type World = Parameters<Parameters<typeof fc.property<[typeof world extends fc.Arbitrary<infer T> ? T : never]>>[1]>[0];

function inventoryOf({ near, far, edge, rules: own, acl1, acl2, listed }: World): Inventory {
  const by = (to: string, through: string | null) => (through === null ? [] : [[to, through] as const]);
  const tables: Tables = {
    near: by('172.16.0.0/16', near),
    edge: by('172.16.0.0/16', edge),
    far: by('10.0.0.0/16', far),
  };
  return wideInventory(tables, {
    securityGroupRules: known(own),
    networkAcls: known([
      { ...acl('acl-1', [], acl1), isDefault: true },
      { ...acl('acl-2', [], acl2), isDefault: true, vpcId: 'vpc-2' },
    ]),
    prefixLists: known([{ id: 'pl-1', name: 'own', cidrs: known(listed) }]),
    transitGatewayRouteTables: transitRoutes(),
  });
}

function judge(
  inventory: Inventory,
  from = '10.0.0.7',
  to = '172.16.1.5',
  port = 8080,
  sourcePorts = { from: 1024, to: 65535 },
): PathJudgement {
  const [source, destination] = [from, to].map((address) => stationAt(inventory, address, null));
  if (!source || !destination) throw new Error('the wide inventory holds both');
  return judgePath(inventory, { source, destination, protocol: 'tcp', port, sourcePorts });
}

const RANK: readonly Decision[] = ['deny', 'unknown', 'allow'];
const passes = ({ verdict }: PathJudgement) => RANK.indexOf(verdict);
const groups = ({ kind }: Hop) => kind.startsWith('security-group');

describe('what is allowed in addition', () => {
  it('never blocks: a rule of a group', () => {
    fc.assert(
      fc.property(world, rules, (one, more) => {
        const renamed = more.map((extra) => ({ ...extra, id: `${extra.id}-more` }));
        expect(passes(judge(inventoryOf({ ...one, rules: [...one.rules, ...renamed] })))).toBeGreaterThanOrEqual(
          passes(judge(inventoryOf(one))),
        );
      }),
    );
  });

  it('never blocks: an allow of an ACL before all others', () => {
    fc.assert(
      fc.property(
        world,
        fc.constantFrom('in' as const, 'out' as const),
        ports,
        range,
        (one, direction, allowed, cidr) => {
          const first = entry(0, direction, 'allow', '6', allowed, cidr);
          const after = judge(inventoryOf({ ...one, acl1: [...one.acl1, first] }));
          expect(passes(after)).toBeGreaterThanOrEqual(passes(judge(inventoryOf(one))));
        },
      ),
    );
  });

  it('never blocks: a range more in a prefix list', () => {
    fc.assert(
      fc.property(world, (one) => {
        const all = { ...one, listed: ['10.0.0.0/8', '172.16.0.0/16'] };
        expect(passes(judge(inventoryOf(all)))).toBeGreaterThanOrEqual(passes(judge(inventoryOf(one))));
      }),
    );
  });
});

describe('order', () => {
  it('of groups and rules never matters', () => {
    fc.assert(
      fc.property(world, fc.shuffledSubarray(['sg-far', 'sg-other', 'sg-lb'], { minLength: 3 }), (one, order) => {
        const wearing = (worn: readonly string[], inventory: Inventory): Inventory => {
          const { networkInterfaces } = inventory;
          if (!networkInterfaces.known) return inventory;
          return {
            ...inventory,
            networkInterfaces: known(
              networkInterfaces.value.map((each) => (each.id === 'eni-far' ? { ...each, groups: worn } : each)),
            ),
          };
        };
        const shuffled = judge(wearing(order, inventoryOf({ ...one, rules: one.rules.toReversed() })));
        const sorted = judge(wearing(order.toSorted(), inventoryOf(one)));
        expect(shuffled.verdict).toBe(sorted.verdict);
        expect(shuffled.forward.map(({ kind, resource, line, decision }) => [kind, resource, line, decision])).toEqual(
          sorted.forward.map(({ kind, resource, line, decision }) => [kind, resource, line, decision]),
        );
      }),
    );
  });

  it('of ACL entries, tables, peerings and subnets in the answer never matters, but that of their numbers', () => {
    const turned = (inventory: Inventory): Inventory => {
      const lists = Object.entries(inventory).map(([key, fact]) => {
        const list = typeof fact === 'object' && 'known' in fact && fact.known && Array.isArray(fact.value);
        return [key, list ? known(fact.value.toReversed()) : fact];
      });
      return Object.fromEntries(lists) as Inventory;
    };
    fc.assert(
      fc.property(world, (one) => {
        const reversed = { ...one, acl1: one.acl1.toReversed(), acl2: one.acl2.toReversed() };
        const { flow: _flow, ...before } = judge(inventoryOf(one));
        const { flow: _other, ...after } = judge(turned(inventoryOf(reversed)));
        expect(after).toEqual(before);
      }),
    );
  });
});

describe('both directions', () => {
  it('meet the same: forward of A to B is the return of B to A', () => {
    const way = fc.constantFrom('pcx-1', 'tgw-1', null);
    fc.assert(
      fc.property(world, way, way, fc.integer({ min: 1, max: 65535 }), (one, near, far, port) => {
        const inventory = inventoryOf({ ...one, near, far, edge: null });
        const there = judge(inventory, '10.0.0.7', '172.16.1.5', port);
        const opposite = judge(inventory, '172.16.1.5', '10.0.0.7', 9999, { from: port, to: port });
        expect(there.forward.filter((hop) => !groups(hop))).toEqual(opposite.return);
      }),
    );
  });
});

describe('two families', () => {
  it('agree where one is mapped onto the other', () => {
    const six: Readonly<Record<string, string>> = {
      '0.0.0.0/0': '::/0',
      '10.0.0.0/16': '2001:db8::/56',
      '10.0.0.7/32': '2001:db8::7/128',
      '172.16.0.0/16': '2001:db8:ff::/56',
      '172.16.1.0/24': '2001:db8:ff:1::/64',
      '172.16.1.5/32': '2001:db8:ff:1::5/128',
      '10.0.0.0/8': '2001:db8::/56',
    };
    const mapped = (text: string) => six[text] ?? text;
    const way = fc.constantFrom('pcx-1', 'tgw-1', null);
    fc.assert(
      fc.property(world, way, way, (one, near, far) => {
        const v4 = inventoryOf({ ...one, near, far, edge: null });
        const routes = v4.routeTables.known
          ? v4.routeTables.value.map((table) => ({
              ...table,
              routes: table.routes.map((each) => ({ ...each, destination: mapped(each.destination) })),
            }))
          : [];
        const v6: Inventory = {
          ...inventoryOf({
            ...one,
            acl1: one.acl1.map((each) => ({ ...each, cidr: mapped(each.cidr) })),
            acl2: one.acl2.map((each) => ({ ...each, cidr: mapped(each.cidr) })),
            rules: one.rules.map((each) =>
              each.peer.kind === 'cidr' ? { ...each, peer: { kind: 'cidr', cidr: mapped(each.peer.cidr) } } : each,
            ),
            listed: one.listed.map(mapped),
          }),
          routeTables: known(routes),
          transitGatewayRouteTables: transitRoutes([
            { destination: '2001:db8::/56', attachmentIds: ['tgw-attach-1'], state: 'active' },
            { destination: '2001:db8:ff::/56', attachmentIds: ['tgw-attach-2'], state: 'active' },
          ]),
        };
        const decided = ({ forward, return: back }: PathJudgement) =>
          [...forward, ...back].map(({ kind, resource, decision }) => [kind, resource, decision]);
        expect(decided(judge(v6, '2001:db8::7', '2001:db8:ff:1::5'))).toEqual(decided(judge(v4)));
      }),
    );
  });
});
