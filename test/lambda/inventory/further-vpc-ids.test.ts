import { expect, it } from 'vitest';
import { furtherVpcIds } from '../../../lambda/inventory/further-vpc-ids.ts';
import { parseCidr } from '../../../lambda/model/address.ts';
import { type Fact, known, unknown } from '../../../lambda/model/fact.ts';
import type {
  PeeringSide,
  TransitGatewayAttachment,
  TransitGatewayRoute,
  VpcPeering,
} from '../../../lambda/model/network.ts';

const near: PeeringSide = { vpcId: 'vpc-1', ownerId: '12', region: 'eu-west-1', cidrs: [], ipv6Cidrs: [] };
const far: PeeringSide = { ...near, vpcId: 'vpc-2' };
const PEERING: VpcPeering = { id: 'pcx-1', status: 'active', requester: near, accepter: far };
const NEAR: TransitGatewayAttachment = {
  id: 'near',
  transitGatewayId: 'tgw-1',
  resourceType: 'vpc',
  resourceId: 'vpc-1',
  resourceOwnerId: '12',
  state: 'available',
  routeTableId: 'tgw-rtb-1',
  vpc: null,
};
const FAR = { ...NEAR, id: 'far', resourceId: 'vpc-3' };
const not = unknown('not-asked', 'nobody asked');

function over(peerings: readonly VpcPeering[], attachments: readonly TransitGatewayAttachment[] = []) {
  const routes: Fact<readonly TransitGatewayRoute[]> = known([
    { destination: '10.3.0.0/16', attachmentIds: ['far'], state: 'active' },
    { destination: 'pl-1', attachmentIds: ['far'], state: 'active' },
    { destination: '10.1.0.0/16', attachmentIds: ['near'], state: 'active' },
  ]);
  return {
    peerings: known(peerings),
    transitGatewayAttachments: attachments.length === 0 ? not : known(attachments),
    transitGatewayRouteTables: known([
      { id: 'tgw-rtb-1', transitGatewayId: 'tgw-1', routes },
      { id: 'tgw-rtb-2', transitGatewayId: 'tgw-1', routes: not },
    ]),
  };
}

const FROM = { vpcIds: ['vpc-1'], targets: ['pcx-1', 'tgw-1'] };

it.each<{ situation: string; peering: VpcPeering; vpcIds: string[] }>([
  { situation: 'asked for from here', peering: PEERING, vpcIds: ['vpc-2'] },
  { situation: 'asked for from there', peering: { ...PEERING, requester: far, accepter: near }, vpcIds: ['vpc-2'] },
  { situation: 'not active', peering: { ...PEERING, status: 'deleted' }, vpcIds: [] },
  { situation: 'to which no route leads', peering: { ...PEERING, id: 'pcx-2' }, vpcIds: [] },
  { situation: 'with another account', peering: { ...PEERING, accepter: { ...far, ownerId: '34' } }, vpcIds: [] },
  { situation: 'with another Region', peering: { ...PEERING, accepter: { ...far, region: 'eu-west-2' } }, vpcIds: [] },
  { situation: 'between two others', peering: { ...PEERING, requester: { ...far, vpcId: 'vpc-9' } }, vpcIds: [] },
])('a peering $situation', ({ peering, vpcIds }) => {
  expect(furtherVpcIds(over([peering]), { ...FROM, destinations: 'all' })).toEqual(vpcIds);
});

it.each<{ situation: string; far: TransitGatewayAttachment; to: string | null; vpcIds: string[] }>([
  { situation: 'whatever the destination', far: FAR, to: null, vpcIds: ['vpc-3'] },
  { situation: 'that leads to the destination', far: FAR, to: '10.3.4.5', vpcIds: ['vpc-3'] },
  { situation: 'that leads elsewhere', far: FAR, to: '10.4.4.5', vpcIds: [] },
  { situation: 'of another account', far: { ...FAR, resourceOwnerId: '34' }, to: null, vpcIds: [] },
  { situation: 'of a VPN', far: { ...FAR, resourceType: 'vpn' }, to: null, vpcIds: [] },
])('an attachment $situation', ({ far: attachment, to, vpcIds }) => {
  const destination = to === null ? null : parseCidr(to);
  const destinations = destination === null ? ('all' as const) : [destination];
  expect(furtherVpcIds(over([], [NEAR, attachment]), { ...FROM, destinations })).toEqual(vpcIds);
});

it('finds none where neither is known', () => {
  const beyond = { peerings: not, transitGatewayAttachments: not, transitGatewayRouteTables: not };
  expect(furtherVpcIds(beyond, { ...FROM, destinations: 'all' })).toEqual([]);
});
