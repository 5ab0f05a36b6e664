import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import type { TransitGatewayAttachment, TransitGatewayRoute } from '../../../lambda/model/network.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { flowBetween } from './flow-between.ts';
import { judged, wayOf } from './judged.ts';
import { acl, entry, openEntries, subnet } from './small-inventory.ts';
import { attachment, far, transitRoutes, wideInventory } from './wide-inventory.ts';

const NEAR = '10.0.0.7';
const FAR = '172.16.1.5';
const ROUTED = { near: [['172.16.0.0/16', 'tgw-1']], far: [['10.0.0.0/16', 'tgw-1']] } as const;

const attached = (changes: Partial<Inventory> = {}) => wideInventory(ROUTED, changes);
const both = (...all: readonly TransitGatewayAttachment[]) => ({ transitGatewayAttachments: known(all) });
const routes = (...all: readonly TransitGatewayRoute[]) => ({ transitGatewayRouteTables: transitRoutes(all) });
const to = (destination: string, ...attachmentIds: string[]) => ({ destination, attachmentIds, state: 'active' });

describe('the way through a transit gateway', () => {
  it('keeps to the zone where it can, else takes any subnet whose table says the same', () => {
    const vpc = {
      subnetIds: ['subnet-far-edge-a', 'subnet-far-edge-b'],
      securityGroupReferencing: true,
      applianceMode: false,
    };
    const differing = { ...both(attachment(1), attachment(2, { vpc })), ...farTables() };
    expect(wayOf(judged(attached(differing), NEAR, FAR)).there.at(-1)).toBe('route rtb-far 172.16.0.0/16 allow');
    const zones = { subnets: zoned('subnet-far-edge-a', 'zone-c') };
    expect(wayOf(judged(attached(zones), NEAR, FAR)).there.at(-1)).toBe('route rtb-far 172.16.0.0/16 allow');
  });

  it('does not know what a VPC of somebody else does', () => {
    const { subnets } = attached();
    const own = subnets.known ? subnets.value.filter(({ vpcId }) => vpcId === 'vpc-1') : [];
    const path = judged(attached({ subnets: known(own), networkInterfaces: known([]) }), NEAR, FAR);
    expect(wayOf(path).there.slice(-2)).toEqual([
      'transit-gateway tgw-1 tgw-attach-2 allow',
      'destination vpc-2 unknown',
    ]);
  });

  it('does not know the VPC of a place that is in none', () => {
    const { routeTables } = attached();
    const tables = routeTables.known
      ? routeTables.value.map((one) => (one.id === 'rtb-near' ? { ...one, subnetIds: ['subnet-lb-a'] } : one))
      : [];
    const lost = attached({ subnets: unknown('failed', 'no answer'), routeTables: known(tables) });
    expect(judged(lost, NEAR, FAR).forward.find(({ kind }) => kind === 'transit-gateway')?.why).toBe(
      'the VPC of 10.0.0.7, which tgw-1 must be attached to, is not known',
    );
  });

  it('finds a loop', () => {
    const path = judged(
      wideInventory(
        { near: [['172.31.0.0/16', 'tgw-1']], far: [['172.31.0.0/16', 'tgw-1']] },
        routes(to('0.0.0.0/0', 'tgw-attach-2')),
      ),
      NEAR,
      '172.31.0.9',
    );
    expect(path.forward.at(-1)).toMatchObject({ kind: 'route', resource: 'rtb-far', decision: 'deny' });
    expect(path.forward.at(-1)?.why).toContain('a loop');
  });

  it('does not know what part of a subnet goes where', () => {
    const halves = routes(
      to('10.0.0.0/25', 'tgw-attach-1'),
      to('10.0.0.128/25', 'tgw-attach-2'),
      to('172.16.0.0/16', 'tgw-attach-2'),
    );
    const inventory = attached(halves);
    const node = { cidr: '10.0.0.0/24', subnetId: 'subnet-lb-a', interfaceId: null, securityGroups: ['sg-lb'] };
    const path = judgePath(inventory, flowBetween(inventory, node, FAR));
    expect(path.return.find(({ kind }) => kind === 'transit-gateway-route')).toMatchObject({ decision: 'unknown' });
  });
});

describe('network ACLs beside a transit gateway', () => {
  const shut = (id: string, subnetId: string, vpcId: string, direction: 'in' | 'out') => ({
    ...acl(id, [subnetId], [entry(90, direction, 'deny', '-1', null, '0.0.0.0/0'), ...openEntries()]),
    vpcId,
  });
  const open = [
    { ...acl('acl-1', [], openEntries()), isDefault: true },
    { ...acl('acl-2', [], openEntries()), isDefault: true, vpcId: 'vpc-2' },
  ];

  it.each([
    ['what comes in to the near attachment', shut('acl-x', 'subnet-edge-a', 'vpc-1', 'in'), ['network-acl-ingress']],
    [
      'not what goes out of it to the gateway, but the answer that comes from there',
      shut('acl-x', 'subnet-edge-a', 'vpc-1', 'out'),
      ['network-acl-egress'],
    ],
    [
      'what goes out of the far attachment to the host',
      shut('acl-x', 'subnet-far-edge-a', 'vpc-2', 'out'),
      ['network-acl-egress'],
    ],
    [
      'the answer that comes in to the far attachment',
      shut('acl-x', 'subnet-far-edge-a', 'vpc-2', 'in'),
      ['network-acl-ingress'],
    ],
  ])('judge %s', (_what, list, kinds) => {
    const path = judged(attached({ networkAcls: known([list, ...open]) }), NEAR, FAR);
    expect(path.blockers.map(({ kind }) => kind)).toEqual(kinds);
    expect(path.blockers).toMatchObject([{ resource: 'acl-x', line: '90' }]);
  });

  it('do not judge what the gateway brings to its own subnet', () => {
    const beside = attachment(2, {
      vpc: { subnetIds: ['subnet-far-a'], securityGroupReferencing: true, applianceMode: false },
    });
    const inventory = attached({
      ...both(attachment(1), beside),
      networkAcls: known([shut('acl-x', 'subnet-far-a', 'vpc-2', 'out'), ...open]),
    });
    const path = judged(inventory, NEAR, FAR);
    expect(path.forward.filter(({ resource }) => resource === 'acl-x')).toEqual([]);
    expect(path.blockers).toMatchObject([{ kind: 'network-acl-egress', resource: 'acl-x' }]);
    expect(path.return).toContainEqual(path.blockers[0]);
  });
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
