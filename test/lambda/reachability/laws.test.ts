import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Hop } from '../../../lambda/model/flow.ts';
import type { Inventory, NetworkAclEntry, SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { flowBetween } from './flow-between.ts';
import { acl, entry, networkInterface, openEntries, rule, smallInventory } from './small-inventory.ts';

const ports = fc.constantFrom(null, 80, 8080, [1024, 65535] as const, [8000, 9000] as const, [32768, 60999] as const);
const protocol = fc.constantFrom('tcp', '6', 'udp', '-1');
const direction = fc.constantFrom('in' as const, 'out' as const);
const action = fc.constantFrom('allow' as const, 'deny' as const);
const V4 = ['0.0.0.0/0', '10.0.0.0/16', '10.0.0.0/24', '10.0.1.0/24', '10.0.0.0/25', '10.0.0.7/32', '10.0.1.5/32'];
/** The same ranges where 10.0.a.b is 2001:db8:0:a::b, so that each holds the same of our stations. */
const V6 = [
  '::/0',
  '2001:db8::/56',
  '2001:db8::/64',
  '2001:db8:0:1::/64',
  '2001:db8::/113',
  '2001:db8::7/128',
  '2001:db8:0:1::5/128',
];
const range = fc.constantFrom(...V4);
const peer = fc.oneof(range, fc.constantFrom('sg-lb', 'sg-app', 'sg-other', 'pl-1'));

const rules = fc
  .array(fc.tuple(fc.constantFrom('sg-lb', 'sg-app', 'sg-other'), direction, protocol, ports, peer), { maxLength: 8 })
  .map((all) => all.map(([group, ...rest], index) => rule(`sgr-${index}`, group, ...rest)));

const entries = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 300 }), direction, action, protocol, ports, range), {
    maxLength: 8,
    selector: ([number]) => number,
  })
  .map((all) => all.map((one) => entry(...one)));

const open = { ...acl('acl-default', [], openEntries()), isDefault: true };

function world(own: readonly SecurityGroupRule[], ...lists: readonly (readonly NetworkAclEntry[])[]): Inventory {
  const [app = openEntries(), edge = openEntries()] = lists;
  const networkAcls = known([acl('acl-app', ['subnet-app-a'], app), acl('acl-edge', ['subnet-lb-a'], edge), open]);
  return smallInventory({ securityGroupRules: known(own), networkAcls });
}

function judge(inventory: Inventory, from = '10.0.0.7', to = '10.0.1.5') {
  return judgePath(inventory, flowBetween(inventory, from, to));
}

describe('security groups', () => {
  it('never deny more for one rule more', () => {
    fc.assert(
      fc.property(rules, rules, (few, more) => {
        const renamed = more.map((one) => ({ ...one, id: `${one.id}-more` }));
        const before = judge(world(few));
        const after = judge(world([...few, ...renamed]));
        const turned = before.forward.filter(
          (hop, index) => hop.decision !== 'deny' && after.forward[index]?.decision === 'deny',
        );
        expect(turned).toEqual([]);
        const lost = before.forward.filter(
          (hop, index) => hop.decision === 'allow' && after.forward[index]?.decision !== 'allow',
        );
        expect(lost).toEqual([]);
      }),
    );
  });

  it('heed neither the order of groups nor that of rules', () => {
    fc.assert(
      fc.property(rules, fc.shuffledSubarray(['sg-app', 'sg-other', 'sg-empty'], { minLength: 3 }), (own, groups) => {
        const worn = (order: readonly string[]) =>
          known([
            networkInterface('app', 'subnet-app-a', '10.0.1.5', order),
            networkInterface('node', 'subnet-lb-a', '10.0.0.7', ['sg-lb']),
          ]);
        const one = judge({ ...world(own), networkInterfaces: worn(['sg-app', 'sg-other', 'sg-empty']) });
        const other = judge({ ...world(own.toReversed()), networkInterfaces: worn(groups) });
        const decided = (hop: Hop) => [
          hop.kind,
          hop.resource,
          hop.resources,
          hop.decision,
          hop.line,
          hop.nearestMiss?.line,
        ];
        expect(other.forward.map(decided)).toEqual(one.forward.map(decided));
      }),
    );
  });
});

describe('network ACLs', () => {
  it('go by number, whatever the order of the answer', () => {
    fc.assert(
      fc.property(entries, entries, (app, edge) => {
        expect(judge(world([], app.toReversed(), edge.toReversed()))).toEqual(judge(world([], app, edge)));
      }),
    );
  });

  it('agree with asking port by port', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 65530 }), (app, from) => {
        const inventory = world([], app);
        const answer = (range: { from: number; to: number }) =>
          judgePath(inventory, flowBetween(inventory, '10.0.0.7', '10.0.1.5', 8080, range)).return.find(
            (hop) => hop.resource === 'acl-app',
          )?.decision;
        const each = [0, 1, 2, 3, 4].map((step) => answer({ from: from + step, to: from + step }));
        expect(answer({ from, to: from + 4 })).toBe(each.includes('deny') ? 'deny' : 'allow');
      }),
    );
  });

  it('agree, for a whole subnet, with asking address by address', () => {
    fc.assert(
      fc.property(entries, (app) => {
        const inventory = world([], app);
        const request = (cidr: string) => {
          const station = { cidr, subnetId: 'subnet-lb-a', interfaceId: null, securityGroups: ['sg-lb'] };
          const { forward } = judgePath(inventory, flowBetween(inventory, station, '10.0.1.5'));
          return forward.find((hop) => hop.kind === 'network-acl-ingress')?.decision;
        };
        const each = new Set([0, 6, 7, 8, 127, 128, 255].map((last) => request(`10.0.0.${last}/32`)));
        expect(request('10.0.0.0/24')).toBe(each.size === 1 ? [...each][0] : 'unknown');
      }),
    );
  });
});

describe('paths', () => {
  it('meet, on the way there, what the answer to the opposite flow meets', () => {
    fc.assert(
      fc.property(entries, entries, fc.integer({ min: 1, max: 65535 }), (app, edge, port) => {
        const inventory = world([], app, edge);
        const there = judgePath(inventory, flowBetween(inventory, '10.0.0.7', '10.0.1.5', port));
        const answer = { from: port, to: port };
        const opposite = judgePath(inventory, flowBetween(inventory, '10.0.1.5', '10.0.0.7', 9999, answer));
        expect(there.forward.filter((hop) => !hop.kind.startsWith('security-group'))).toEqual(opposite.return);
      }),
    );
  });

  it('are judged alike in IPv4 and IPv6', () => {
    const asV6 = (text: string) => V6[V4.indexOf(text)] ?? text;
    fc.assert(
      fc.property(rules, entries, entries, (own, app, edge) => {
        const mapped = world(
          own.map((one) =>
            one.peer.kind === 'cidr' ? { ...one, peer: { kind: 'cidr' as const, cidr: asV6(one.peer.cidr) } } : one,
          ),
          app.map((one) => ({ ...one, cidr: asV6(one.cidr) })),
          edge.map((one) => ({ ...one, cidr: asV6(one.cidr) })),
        );
        const decided = ({ kind, decision, line, nearestMiss }: Hop) => [
          kind,
          decision,
          kind === 'route' || line,
          nearestMiss?.line,
        ];
        const v4 = judge(world(own, app, edge));
        const v6 = judge(mapped, '2001:db8::7', '2001:db8:0:1::5');
        expect(v6.forward.map(decided)).toEqual(v4.forward.map(decided));
        expect(v6.return.map(decided)).toEqual(v4.return.map(decided));
      }),
    );
  });

  it('are never allowed by what is not known', () => {
    const facts = [
      'securityGroupRules',
      'networkAcls',
      'routeTables',
      'networkInterfaces',
      'subnets',
      'securityGroups',
    ] as const;
    const lost = unknown('forbidden', 'access was denied', 'ec2:Describe');
    fc.assert(
      fc.property(rules, entries, fc.subarray([...facts]), (own, app, gone) => {
        const whole = world(own, app);
        const partial = { ...whole, ...Object.fromEntries(gone.map((name) => [name, lost])) };
        const before = judge(whole);
        const after = judge(partial);
        const decided = ({ forward, return: back }: typeof before) => [...forward, ...back].map((hop) => hop.decision);
        const possible = decided(before).map((decision) => expect.toBeOneOf([decision, 'unknown']));
        expect(decided(after)).toEqual(possible);
        expect([before.verdict, 'unknown']).toContain(after.verdict);
      }),
    );
  });
});
