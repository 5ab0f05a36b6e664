import { expect, it } from 'vitest';
import { blockPublicAccessExclusions } from '../../../lambda/inventory/block-public-access-exclusions.ts';
import { blockPublicAccessModes } from '../../../lambda/inventory/block-public-access-modes.ts';
import type { Call } from '../../../lambda/inventory/call.ts';
import { egressOnlyInternetGateways } from '../../../lambda/inventory/egress-only-internet-gateways.ts';
import { instanceStatuses } from '../../../lambda/inventory/instance-statuses.ts';
import { instancesOfVpcs } from '../../../lambda/inventory/instances-of-vpcs.ts';
import { internetGateways } from '../../../lambda/inventory/internet-gateways.ts';
import { managedPrefixLists } from '../../../lambda/inventory/managed-prefix-lists.ts';
import { natGateways } from '../../../lambda/inventory/nat-gateways.ts';
import { prefixListEntries } from '../../../lambda/inventory/prefix-list-entries.ts';
import { readPages } from '../../../lambda/inventory/read-pages.ts';
import { securityGroupVpcAssociations } from '../../../lambda/inventory/security-group-vpc-associations.ts';
import { staleSecurityGroups } from '../../../lambda/inventory/stale-security-groups.ts';
import { transitGatewayAttachments } from '../../../lambda/inventory/transit-gateway-attachments.ts';
import { transitGatewayRouteTables } from '../../../lambda/inventory/transit-gateway-route-tables.ts';
import { transitGatewayRoutes } from '../../../lambda/inventory/transit-gateway-routes.ts';
import { transitGatewayVpcAttachments } from '../../../lambda/inventory/transit-gateway-vpc-attachments.ts';
import { transitGateways } from '../../../lambda/inventory/transit-gateways.ts';
import { vpcEndpoints } from '../../../lambda/inventory/vpc-endpoints.ts';
import { vpcPeerings } from '../../../lambda/inventory/vpc-peerings.ts';
import { vpcPeeringsOf } from '../../../lambda/inventory/vpc-peerings-of.ts';
import { vpcs } from '../../../lambda/inventory/vpcs.ts';
import { stubClients } from './stub-clients.ts';

/** Every list that any of these calls answers with. */
const NOTHING = {
  EgressOnlyInternetGateways: [],
  Entries: [],
  InstanceStatuses: [],
  InternetGateways: [],
  NatGateways: [],
  PrefixLists: [],
  Reservations: [],
  Routes: [],
  SecurityGroupVpcAssociations: [],
  StaleSecurityGroupSet: [],
  TransitGatewayAttachments: [],
  TransitGatewayRouteTables: [],
  TransitGatewayVpcAttachments: [],
  TransitGateways: [],
  VpcBlockPublicAccessExclusions: [],
  VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'off' },
  VpcEndpoints: [],
  VpcPeeringConnections: [],
  Vpcs: [],
};
const by = (Name: string, ...Values: string[]) => ({ Filters: [{ Name, Values }] });
const IN_THOUSANDS = { MaxResults: 1000, NextToken: undefined };
const IN_HUNDREDS = { MaxResults: 100, NextToken: undefined };

/** `asked` is each request in turn for the ids `x` and `y`, or for `all`. */
type Row = {
  readonly call: Call<never, unknown>;
  readonly ids: readonly string[] | 'all';
  readonly asked: readonly object[];
};

const ROWS: readonly Row[] = (
  [
    [instanceStatuses, ['x', 'y'], { InstanceIds: ['x', 'y'], IncludeAllInstances: true }],
    [instancesOfVpcs, ['x', 'y'], { ...by('vpc-id', 'x', 'y'), ...IN_THOUSANDS }],
    [vpcs, 'all', { Filters: undefined, ...IN_THOUSANDS }],
    [managedPrefixLists, ['x', 'y'], { ...by('prefix-list-id', 'x', 'y'), ...IN_HUNDREDS }],
    [prefixListEntries, ['x', 'y'], { PrefixListId: 'x', ...IN_HUNDREDS }, { PrefixListId: 'y', ...IN_HUNDREDS }],
    [vpcPeerings, ['x', 'y'], { ...by('vpc-peering-connection-id', 'x', 'y'), ...IN_THOUSANDS }],
    [vpcPeeringsOf('requester'), ['x'], { ...by('requester-vpc-info.vpc-id', 'x'), ...IN_THOUSANDS }],
    [vpcPeeringsOf('accepter'), ['x'], { ...by('accepter-vpc-info.vpc-id', 'x'), ...IN_THOUSANDS }],
    [
      staleSecurityGroups,
      ['x', 'y'],
      { VpcId: 'x', MaxResults: 255, NextToken: undefined },
      { VpcId: 'y', MaxResults: 255, NextToken: undefined },
    ],
    [securityGroupVpcAssociations, ['x', 'y'], { ...by('vpc-id', 'x', 'y'), ...IN_THOUSANDS }],
    [transitGateways, ['x', 'y'], { ...by('transit-gateway-id', 'x', 'y'), ...IN_THOUSANDS }],
    [transitGatewayAttachments, ['x', 'y'], { ...by('transit-gateway-id', 'x', 'y'), ...IN_THOUSANDS }],
    [transitGatewayVpcAttachments, ['x', 'y'], { ...by('transit-gateway-id', 'x', 'y'), ...IN_THOUSANDS }],
    [transitGatewayRouteTables, ['x', 'y'], { ...by('transit-gateway-id', 'x', 'y'), ...IN_THOUSANDS }],
    [
      transitGatewayRoutes,
      ['x'],
      { TransitGatewayRouteTableId: 'x', ...by('state', 'active', 'blackhole'), ...IN_THOUSANDS },
    ],
    [natGateways, ['x', 'y'], { Filter: [{ Name: 'vpc-id', Values: ['x', 'y'] }], ...IN_THOUSANDS }],
    [internetGateways, ['x', 'y'], { ...by('attachment.vpc-id', 'x', 'y'), ...IN_THOUSANDS }],
    [egressOnlyInternetGateways, 'all', { MaxResults: 255, NextToken: undefined }],
    [vpcEndpoints, ['x', 'y'], { ...by('vpc-id', 'x', 'y'), ...IN_THOUSANDS }],
    [blockPublicAccessModes, 'all', {}],
    [blockPublicAccessExclusions, 'all', IN_THOUSANDS],
  ] as const
).map(([call, ids, ...asked]) => ({ call: call as unknown as Call<never, unknown>, ids, asked }));

it.each(ROWS)('$call.action for $ids', async ({ call, ids, asked }) => {
  const stub = stubClients(() => NOTHING);
  expect(await readPages(call, stub.clients, ids)).toMatchObject({ known: true });
  expect(stub.asked.map((one) => `ec2:${one.command}`)).toEqual(asked.map(() => call.action));
  expect(stub.asked.map((one) => one.input)).toEqual(asked);
});

it('asks for statuses of no more than a hundred instances at once', async () => {
  const { clients, asked } = stubClients(() => NOTHING);
  const ids = Array.from({ length: 201 }, (_, index) => `i-${index}`);
  await readPages(instanceStatuses, clients, ids);
  expect(asked.map((one) => (one.input['InstanceIds'] as string[]).length)).toEqual([100, 100, 1]);
});

const ROUTE = { DestinationCidrBlock: '10.0.0.0/8', State: 'active' };
const NOUN = { destination: '10.0.0.0/8', attachmentIds: [], state: 'active' };

it.each([
  { situation: 'all at once', pages: [{ Routes: [ROUTE] }], fact: { known: true, value: [NOUN] } },
  {
    situation: 'more to come, and how to go on',
    pages: [{ Routes: [ROUTE], AdditionalRoutesAvailable: true, NextToken: 'x' }, { Routes: [ROUTE] }],
    fact: { known: true, value: [NOUN, NOUN] },
  },
  {
    situation: 'more to come, and no way to go on',
    pages: [{ Routes: [ROUTE], AdditionalRoutesAvailable: true }],
    fact: {
      known: false,
      kind: 'failed',
      reason: 'ec2:SearchTransitGatewayRoutes failed: the table has more routes than the 1000 that one call gives',
    },
  },
])('routes of a transit gateway: $situation', async ({ pages, fact }) => {
  const left = [...pages];
  const { clients } = stubClients(() => left.shift());
  expect(await readPages(transitGatewayRoutes, clients, ['tgw-rtb-1'])).toEqual(fact);
});
