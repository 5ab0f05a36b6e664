import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import type { TransitGatewayAttachment, TransitGatewayRoute } from '../../../lambda/model/network.ts';
import { judged, wayOf } from './judged.ts';
import { subnet } from './small-inventory.ts';
import { attachment, far, transitGateway, transitRoutes, wideInventory } from './wide-inventory.ts';

const NEAR = '10.0.0.7';
const FAR = '172.16.1.5';
const ROUTED = { near: [['172.16.0.0/16', 'tgw-1']], far: [['10.0.0.0/16', 'tgw-1']] } as const;
const HOPS = ['transit-gateway', 'transit-gateway-route'];

const attached = (changes: Partial<Inventory> = {}) => wideInventory(ROUTED, changes);
const both = (...all: readonly TransitGatewayAttachment[]) => ({ transitGatewayAttachments: known(all) });
const routes = (...all: readonly TransitGatewayRoute[]) => ({ transitGatewayRouteTables: transitRoutes(all) });
const to = (destination: string, ...attachmentIds: string[]) => ({ destination, attachmentIds, state: 'active' });

describe('through a transit gateway', () => {
  it('passes there and back by attachments, its table, and the far subnet', () => {
    const path = judged(attached(), NEAR, FAR);
    expect(path.verdict).toBe('allow');
    expect(wayOf(path)).toEqual({
      there: [
        'route rtb-near 172.16.0.0/16 allow',
        'transit-gateway tgw-1 tgw-attach-1 allow',
        'transit-gateway-route tgw-rtb-1 172.16.0.0/16 allow',
        'transit-gateway tgw-1 tgw-attach-2 allow',
        'route rtb-far 172.16.0.0/16 allow',
      ],
      back: [
        'route rtb-far 10.0.0.0/16 allow',
        'transit-gateway tgw-1 tgw-attach-2 allow',
        'transit-gateway-route tgw-rtb-1 10.0.0.0/16 allow',
        'transit-gateway tgw-1 tgw-attach-1 allow',
        'route rtb-edge 10.0.0.0/16 allow',
      ],
    });
  });

  it('mentions appliance mode', () => {
    const appliance = attachment(2, {
      vpc: { subnetIds: ['subnet-far-edge-a'], securityGroupReferencing: true, applianceMode: true },
    });
    const path = judged(attached(both(attachment(1), appliance)), NEAR, FAR);
    expect(path.forward.find(({ line }) => line === 'tgw-attach-2')?.why).toBe(
      'tgw-attach-2 leads into vpc-2, in appliance mode',
    );
    expect(path.return.find(({ line }) => line === 'tgw-attach-2')?.why).toContain('into tgw-1, in appliance mode');
    expect(path.verdict).toBe('allow');
  });

  const refused = unknown('forbidden', 'access was denied', 'ec2:DescribeTransitGateways');
  const nowhere = unknown('not-found', 'nothing was answered');

  it.each([
    ['the gateway is not in the inventory', { transitGateways: known([]) }, 'unknown', 'tgw-1 is not in the inventory'],
    [
      'gateways could not be read',
      { transitGateways: refused },
      'unknown',
      'transit gateways are not known: access was denied',
    ],
    [
      'the gateway goes away',
      { transitGateways: known([transitGateway({ state: 'deleting' })]) },
      'deny',
      'tgw-1 is deleting, not available',
    ],
    ['the VPC is not attached', both(attachment(2)), 'deny', 'tgw-1 has no attachment to vpc-1'],
    [
      'attachments could not be read',
      { transitGatewayAttachments: refused },
      'unknown',
      'transit gateway attachments are not known',
    ],
    [
      'nothing was answered about attachments',
      { transitGatewayAttachments: nowhere },
      'unknown',
      'nothing was answered',
    ],
    [
      'the attachment waits',
      both(attachment(1, { state: 'pendingAcceptance' }), attachment(2)),
      'deny',
      'tgw-attach-1 of vpc-1 is pendingAcceptance, not available',
    ],
    [
      'its subnets are not known',
      both(attachment(1, { vpc: null }), attachment(2)),
      'unknown',
      'whether tgw-attach-1 has a subnet in the zone of 10.0.0.7 is not known: its subnets could not be read',
    ],
    [
      'it has no subnet in the zone',
      { subnets: zoned('subnet-edge-a', 'zone-b') },
      'deny',
      'tgw-attach-1 has no subnet in zone-a, where the packets come from (it has those in zone-b)',
    ],
    [
      'none of its subnets is in the inventory',
      both(
        attachment(1, { vpc: { subnetIds: ['subnet-gone'], securityGroupReferencing: true, applianceMode: false } }),
        attachment(2),
      ),
      'unknown',
      'whether tgw-attach-1 has a subnet in zone-a is not known: subnet-gone is not in the inventory',
    ],
    [
      'one of its subnets is not in the inventory, and none is in the zone',
      {
        subnets: zoned('subnet-edge-a', 'zone-b'),
        ...both(
          attachment(1, {
            vpc: { subnetIds: ['subnet-edge-a', 'subnet-gone'], securityGroupReferencing: true, applianceMode: false },
          }),
          attachment(2),
        ),
      },
      'unknown',
      'whether tgw-attach-1 has a subnet in zone-a is not known: subnet-gone is not in the inventory',
    ],
    [
      'no table is associated',
      both(attachment(1, { routeTableId: null }), attachment(2)),
      'deny',
      'tgw-attach-1 is associated with no route table of tgw-1',
    ],
    [
      'the table is of another account',
      both(attachment(1, { routeTableId: null, resourceOwnerId: '2' }), attachment(2)),
      'unknown',
      'the route table of tgw-attach-1 is not known: tgw-1 belongs to account 1',
    ],
    [
      'the table is not in the inventory',
      { transitGatewayRouteTables: known([]) },
      'unknown',
      'tgw-rtb-1 is not in the inventory',
    ],
    [
      'its routes could not be read',
      {
        transitGatewayRouteTables: known([
          { id: 'tgw-rtb-1', transitGatewayId: 'tgw-1', routes: unknown('throttled', 'the call was throttled') },
        ]),
      },
      'unknown',
      'the routes of tgw-rtb-1 are not known: the call was throttled',
    ],
    ['it has no route', routes(to('10.0.0.0/16', 'tgw-attach-1')), 'deny', 'tgw-rtb-1 has no route to 172.16.1.5'],
    ['it has nonsense', routes(to('far', 'tgw-attach-2')), 'deny', 'tgw-rtb-1 has no route to 172.16.1.5'],
    [
      'the longest route is a blackhole',
      routes(to('172.16.0.0/12', 'tgw-attach-2'), {
        destination: '172.16.1.0/24',
        attachmentIds: [],
        state: 'blackhole',
      }),
      'deny',
      'route 172.16.1.0/24 of tgw-rtb-1 is a blackhole',
    ],
    [
      'a blackhole stands beside the same route',
      routes(to('172.16.0.0/16', 'tgw-attach-2'), {
        destination: '172.16.0.0/16',
        attachmentIds: [],
        state: 'blackhole',
      }),
      'deny',
      'route 172.16.0.0/16 of tgw-rtb-1 is a blackhole',
    ],
    [
      'it leads two ways',
      routes(to('172.16.0.0/16', 'tgw-attach-2', 'tgw-attach-9')),
      'unknown',
      'names tgw-attach-2 and tgw-attach-9',
    ],
    ['it leads nowhere', routes(to('172.16.0.0/16')), 'unknown', 'is active and names no attachment'],
    [
      'the route is on its way',
      routes({ ...to('172.16.0.0/16', 'tgw-attach-2'), state: 'pending' }),
      'unknown',
      'is pending and names tgw-attach-2',
    ],
    [
      'it leads to who knows what',
      routes(to('172.16.0.0/16', 'tgw-attach-9')),
      'unknown',
      'tgw-attach-9 is not in the inventory',
    ],
    [
      'it leads to a VPN',
      {
        ...routes(to('172.16.0.0/16', 'tgw-attach-9')),
        ...both(
          attachment(1),
          attachment(2, { id: 'tgw-attach-9', resourceType: 'vpn', resourceId: 'vpn-1', vpc: null }),
        ),
      },
      'unknown',
      'tgw-attach-9 leads on to a vpn (vpn-1), and what lies beyond is not judged',
    ],
    [
      'the far attachment fails',
      both(attachment(1), attachment(2, { state: 'failed' })),
      'deny',
      'tgw-attach-2 to vpc-2 is failed, not available',
    ],
    [
      'the far subnets are in tables that differ',
      {
        ...both(
          attachment(1),
          attachment(2, {
            vpc: {
              subnetIds: ['subnet-far-edge-a', 'subnet-far-edge-b'],
              securityGroupReferencing: true,
              applianceMode: true,
            },
          }),
        ),
        ...farTables(),
      },
      'unknown',
      'tgw-attach-2 leads into vpc-2, in appliance mode, by subnet-far-edge-a or subnet-far-edge-b, whose route tables differ',
    ],
  ] satisfies [string, Partial<Inventory>, string, string][])(
    'stops where %s',
    (_situation, changes, decision, why) => {
      const path = judged(attached(changes), NEAR, FAR);
      const hop = path.forward.filter(({ kind }) => HOPS.includes(kind)).at(-1);
      expect(hop?.why).toContain(why);
      expect(hop?.decision).toBe(decision);
    },
  );
});

/** The wide inventory's subnets, one of them in another zone. */
function zoned(id: string, zone: string): Inventory['subnets'] {
  const { subnets } = wideInventory();
  return subnets.known ? known(subnets.value.map((one) => (one.id === id ? { ...one, zone } : one))) : subnets;
}

/** A second gateway subnet in vpc-2, in another zone, whose table leads back out. */
function farTables(): Pick<Inventory, 'subnets' | 'routeTables'> {
  const { subnets, routeTables } = wideInventory(ROUTED);
  const second = far(subnet('subnet-far-edge-b', '172.16.9.16/28'));
  const other = {
    id: 'rtb-far-edge-b',
    vpcId: 'vpc-2',
    main: false,
    subnetIds: ['subnet-far-edge-b'],
    routes: [{ destination: '172.16.1.0/24', target: 'vpce-1', state: 'active' as const }],
  };
  return {
    subnets: known([...(subnets.known ? subnets.value : []), second]),
    routeTables: known([...(routeTables.known ? routeTables.value : []), other]),
  };
}
