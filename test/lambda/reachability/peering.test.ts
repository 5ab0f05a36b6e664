import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { judged, wayOf } from './judged.ts';
import { acl, entry, openEntries, rule } from './small-inventory.ts';
import { attachment, openRules, peering, transitRoutes, wideInventory } from './wide-inventory.ts';

const NEAR = '10.0.0.7';
const FAR = '172.16.1.5';
const ROUTED = {
  near: [
    ['172.16.0.0/16', 'pcx-1'],
    ['2001:db8:ff::/56', 'pcx-1'],
  ],
  far: [
    ['10.0.0.0/16', 'pcx-1'],
    ['2001:db8::/56', 'pcx-1'],
  ],
} as const;

const peered = (changes: Partial<Inventory> = {}) => wideInventory(ROUTED, changes);

describe('over a peering', () => {
  it('passes there and back by both VPCs, tables and lists', () => {
    const path = judged(peered(), NEAR, FAR);
    expect(path.verdict).toBe('allow');
    expect(path.forward.map(({ kind, resource }) => `${kind} ${resource}`)).toEqual([
      'security-group-egress sg-lb',
      'network-acl-egress acl-1',
      'route rtb-near',
      'peering pcx-1',
      'network-acl-ingress acl-2',
      'security-group-ingress sg-far',
    ]);
    expect(path.return.map(({ kind, resource }) => `${kind} ${resource}`)).toEqual([
      'network-acl-egress acl-2',
      'route rtb-far',
      'peering pcx-1',
      'network-acl-ingress acl-1',
    ]);
    expect(path.forward[3]?.why).toBe('pcx-1 carries 172.16.1.5 to vpc-2');
    expect(path.flow.destination).toMatchObject({ subnetId: 'subnet-far-a', interfaceId: 'eni-far' });
  });

  it('passes by IPv6', () => {
    expect(judged(peered(), '2001:db8::7', '2001:db8:ff:1::5').verdict).toBe('allow');
  });

  it.each([
    [
      'is not active',
      { peerings: known([peering({ status: 'deleted' })]) },
      'deny',
      'pcx-1 to vpc-2 is deleted, not active',
    ],
    ['is not in the inventory', { peerings: known([]) }, 'unknown', 'pcx-1 is not in the inventory'],
    [
      'could not be read',
      { peerings: unknown('forbidden', 'access was denied', 'ec2:DescribeVpcPeeringConnections') },
      'unknown',
      'peerings are not known: access was denied (missing permission: ec2:DescribeVpcPeeringConnections)',
    ],
    [
      'joins others',
      { peerings: known([peering({ requester: { ...peering().requester, vpcId: 'vpc-9' } })]) },
      'deny',
      'pcx-1 does not join vpc-1 to another VPC',
    ],
    [
      'joins a VPC to itself',
      { peerings: known([peering({ accepter: peering().requester })]) },
      'deny',
      'pcx-1 does not join vpc-1 to another VPC',
    ],
    [
      'has another range on the far side',
      { peerings: known([peering({ accepter: { ...peering().accepter, cidrs: ['172.31.0.0/16'], ipv6Cidrs: [] } })]) },
      'deny',
      'pcx-1 carries only addresses of vpc-2 (172.31.0.0/16), not 172.16.1.5',
    ],
  ] satisfies [string, Partial<Inventory>, string, string][])(
    'stops where it %s',
    (_situation, changes, decision, why) => {
      const path = judged(peered(changes), NEAR, FAR);
      expect(path.forward.find(({ kind }) => kind === 'peering')).toMatchObject({ decision, why });
      expect(path.verdict).toBe(decision);
    },
  );

  it('trusts the far ranges where they are not told', () => {
    const silent = peering({ accepter: { ...peering().accepter, cidrs: [], ipv6Cidrs: [] } });
    expect(judged(peered({ peerings: known([silent]) }), NEAR, FAR).verdict).toBe('allow');
  });

  it('does not know its near end where the subnets are not known', () => {
    const refused = unknown('forbidden', 'access was denied', 'ec2:DescribeSubnets');
    const { routeTables } = peered();
    const tables = routeTables.known
      ? known(routeTables.value.map((one) => (one.main ? { ...one, subnetIds: ['subnet-lb-a'] } : one)).slice(0, 1))
      : routeTables;
    const path = judged(peered({ subnets: refused, routeTables: tables }), NEAR, FAR);
    expect(path.forward.find(({ kind }) => kind === 'peering')).toMatchObject({ decision: 'unknown' });
    expect(path.verdict).toBe('unknown');
  });

  it('names the table that lacks the way back', () => {
    const path = judged(wideInventory({ near: ROUTED.near }), NEAR, FAR);
    expect(path.blockers).toMatchObject([
      { kind: 'route', resource: 'rtb-far', why: 'rtb-far has no route to 10.0.0.7' },
    ]);
  });

  it('goes on behind a missing route to what stands before the destination', () => {
    const closed = { ...acl('acl-2', [], [entry(90, 'in', 'deny', '-1', null, '10.0.0.0/8'), ...openEntries()]) };
    const path = judged(
      wideInventory(
        { far: ROUTED.far },
        {
          securityGroupRules: known([
            rule('sgr-1', 'sg-lb', 'out', '-1', null, '0.0.0.0/0'),
            rule('sgr-2', 'sg-far', 'in', 'tcp', 80, 'sg-lb'),
          ]),
          networkAcls: known([
            { ...acl('acl-1', [], openEntries()), isDefault: true },
            { ...closed, isDefault: true, vpcId: 'vpc-2' },
          ]),
        },
      ),
      NEAR,
      FAR,
    );
    expect(wayOf(path).there).toEqual([
      'route rtb-near deny',
      'network-acl-ingress acl-2 90 deny',
      'security-group-ingress sg-far deny',
    ]);
    expect(path.blockers.at(-1)?.nearestMiss?.why).toBe('rule sgr-2 admits sg-lb on port 80, not 8080');
  });
});

describe('a peering is not transitive', () => {
  it('for what comes in by a transit gateway', () => {
    const inventory = wideInventory(
      { near: [['192.168.0.0/16', 'tgw-1']], far: [['192.168.0.0/16', 'pcx-9']] },
      {
        transitGatewayAttachments: known([attachment(1), attachment(2)]),
        transitGatewayRouteTables: transitRoutes([
          { destination: '0.0.0.0/0', attachmentIds: ['tgw-attach-2'], state: 'active' },
        ]),
        peerings: known([
          peering({
            id: 'pcx-9',
            requester: { ...peering().accepter },
            accepter: { ...peering().accepter, vpcId: 'vpc-9', cidrs: ['192.168.0.0/16'] },
          }),
        ]),
        securityGroupRules: known(openRules()),
      },
    );
    const hop = judged(inventory, NEAR, '192.168.0.9').forward.find(({ kind }) => kind === 'peering');
    expect(hop).toMatchObject({
      decision: 'deny',
      why: 'pcx-9 carries nothing that comes from beyond vpc-2, as 10.0.0.7 of vpc-1 does',
    });
  });
});
