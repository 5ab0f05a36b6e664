import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { PathJudgement } from '../../../lambda/model/flow.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { judgeFleetPath } from '../../../lambda/reachability/judge-fleet-path.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { stationAt } from '../../../lambda/reachability/station-at.ts';
import { acl, entry, networkInterface, openEntries, rule } from './small-inventory.ts';
import { inPublic, type Tables, transitRoutes, wideInventory } from './wide-inventory.ts';

/** Hosts of several subnets, some alike and some told apart by a line, by a group, by or by a public address. */
const HOSTS = [
  networkInterface('node', 'subnet-lb-a', '10.0.0.7', ['sg-lb'], ['2001:db8::7']),
  networkInterface('node2', 'subnet-lb-a', '10.0.0.8', ['sg-lb']),
  networkInterface('a', 'subnet-app-a', '10.0.1.5', ['sg-app'], ['2001:db8:0:1::5']),
  networkInterface('b', 'subnet-app-a', '10.0.1.6', ['sg-app'], ['2001:db8:0:1::6', '2001:db8:0:1::7']),
  networkInterface('c', 'subnet-app-a', '10.0.1.7', ['sg-app', 'sg-other']),
  networkInterface('d', 'subnet-app-a', '10.0.1.8', ['sg-other', 'sg-app']),
  networkInterface('e', 'subnet-app-a', '10.0.1.130', ['sg-app'], ['2001:db8:0:1::82']),
  networkInterface('f', 'subnet-app-a', '10.0.1.131', []),
  inPublic(networkInterface('g', 'subnet-app-a', '10.0.1.9', ['sg-app']), '198.51.100.5'),
  inPublic(networkInterface('h', 'subnet-app-a', '10.0.1.10', ['sg-app']), '198.51.100.6'),
  networkInterface('i', 'subnet-edge-a', '10.0.2.5', ['sg-app']),
  networkInterface('j', 'subnet-app-a', '100.64.0.5', ['sg-app']),
  networkInterface('m', 'subnet-edge-a', '100.64.0.6', ['sg-app']),
  networkInterface('k', 'subnet-app-a', '203.0.113.5', ['sg-app']),
  networkInterface('l', 'subnet-app-a', '203.0.113.6', ['sg-app']),
  ...['5', '6', '7', '130'].map((last) => ({
    ...networkInterface(`far${last}`, 'subnet-far-a', `172.16.1.${last}`, ['sg-far'], [`2001:db8:ff:1::${last}`]),
    vpcId: 'vpc-2',
  })),
];
const HELD = HOSTS.flatMap(({ addresses, ipv6Addresses }) => [
  ...addresses.flatMap(({ address, publicAddress }) => [address, publicAddress ?? address]),
  ...ipv6Addresses,
]);
/** Of no interface: in a subnet, kept by AWS, delegated, in the internet, in nobody's range. */
const OTHERS = [
  '10.0.1.99',
  '10.0.1.1',
  '172.16.1.99',
  '198.51.100.77',
  '10.9.9.9',
  '2001:db8:0:1::99',
  '2001:db8:9::1',
];
const SOURCES = [
  '10.0.0.7',
  '10.0.0.8',
  '10.0.1.5',
  '172.16.1.5',
  '2001:db8::7',
  '2001:db8:ff:1::5',
  '198.51.100.77',
  '2001:db8:9::1',
];

const range = fc.constantFrom(
  ...['0.0.0.0/0', '10.0.0.0/16', '10.0.1.0/25', '10.0.1.4/30', '10.0.1.6/32', '10.0.0.7/32', '172.16.1.6/31'],
  ...['172.16.0.0/16', '203.0.113.6/32', '::/0', '2001:db8:0:1::/121', '2001:db8:0:1::6/128', '2001:db8:ff:1::6/127'],
);
const ports = fc.constantFrom(null, 8080, [1024, 65535] as const, [32768, 60999] as const);
const direction = fc.constantFrom('in' as const, 'out' as const);
const groups = ['sg-lb', 'sg-app', 'sg-far', 'sg-other'] as const;
const rules = fc
  .array(
    fc.tuple(
      fc.constantFrom(...groups),
      direction,
      fc.constantFrom('tcp', 'udp', '-1'),
      ports,
      fc.oneof(range, fc.constantFrom(...groups, 'pl-1')),
    ),
    { maxLength: 10 },
  )
  .map((all) => all.map(([group, ...rest], index) => rule(`sgr-${index}`, group, ...rest)));
const entries = fc
  .uniqueArray(
    fc.tuple(
      fc.integer({ min: 1, max: 300 }),
      direction,
      fc.constantFrom('allow' as const, 'deny' as const),
      fc.constantFrom('6', '-1'),
      ports,
      range,
    ),
    { maxLength: 6, selector: ([number]) => number },
  )
  .map((all) => [...all.map((one) => entry(...one)), ...openEntries()]);
const routes = fc.uniqueArray(
  fc.tuple(
    fc.oneof(range, fc.constantFrom('pl-1'), fc.constantFrom('0.0.0.0/0', '::/0')),
    fc.constantFrom('pcx-1', 'tgw-1', 'nat-1', 'igw-1', 'igw-2', 'eigw-1', 'eni-x', 'vgw-1'),
  ),
  { maxLength: 3, selector: ([destination]) => destination },
);
const listed = fc.subarray(['10.0.1.6/32', '172.16.1.0/28', '203.0.113.6/32', '2001:db8:0:1::6/128']);
const transit = fc.subarray(['10.0.0.0/16', '10.0.1.6/32', '172.16.0.0/16', '172.16.1.6/32']);
const UNREAD = ['subnets', 'securityGroups', 'securityGroupRules', 'networkAcls', 'routeTables', 'networkInterfaces'];
const gone = fc.oneof(fc.constant<string[]>([]), fc.constant<string[]>([]), fc.subarray(UNREAD));

const worlds = fc
  .record({ near: routes, edge: routes, far: routes, rules, acl1: entries, acl2: entries, listed, transit, gone })
  .map((one): Inventory => {
    const tables: Tables = { near: one.near, edge: one.edge, far: one.far };
    const behind = (destination: string) => `tgw-attach-${destination.startsWith('10.') ? 1 : 2}`;
    const lost = unknown('forbidden', 'access was denied', 'ec2:Describe');
    return wideInventory(tables, {
      securityGroupRules: known(one.rules),
      networkAcls: known([
        { ...acl('acl-1', [], one.acl1), isDefault: true },
        { ...acl('acl-2', [], one.acl2), isDefault: true, vpcId: 'vpc-2' },
      ]),
      networkInterfaces: known(HOSTS),
      prefixLists: known([{ id: 'pl-1', name: 'own', cidrs: known(one.listed) }]),
      transitGatewayRouteTables: transitRoutes(
        one.transit.map((destination) => ({ destination, attachmentIds: [behind(destination)], state: 'active' })),
      ),
      ...Object.fromEntries(one.gone.map((name) => [name, lost])),
    });
  });

function judgeAll(inventory: Inventory, judge: typeof judgePath): readonly PathJudgement[] {
  return SOURCES.flatMap((from) =>
    [...HELD, ...OTHERS].map((to) => {
      const [source, destination] = [from, to].map((address) => stationAt(inventory, address, null));
      if (!source || !destination) throw new Error('both are addresses');
      return judge(inventory, {
        source,
        destination,
        protocol: 'tcp',
        port: 8080,
        sourcePorts: { from: 1024, to: 65535 },
      });
    }),
  );
}

describe('judging a fleet', () => {
  it('comes, for every destination, to the very judgement that its path alone comes to', () => {
    fc.assert(
      fc.property(worlds, (inventory) => {
        const apart = judgeAll(structuredClone(inventory), judgePath);
        expect(judgeAll(inventory, judgeFleetPath)).toEqual(apart);
        // Once more, when all that can be shared is kept; and as text, in which what is absent differs from undefined.
        expect(JSON.stringify(judgeAll(inventory, judgeFleetPath))).toBe(JSON.stringify(apart));
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
