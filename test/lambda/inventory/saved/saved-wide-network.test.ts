import { expect, it } from 'vitest';
import { loadInventory } from '../../../../lambda/inventory/saved/load-inventory.ts';
import type { Inventory } from '../../../../lambda/model/inventory.ts';
import { savedFolder } from './saved-folder.ts';

const IGW = { InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'available' }] };
const EGRESS_ONLY = { EgressOnlyInternetGatewayId: 'eigw-1', Attachments: [{ VpcId: 'vpc-1', State: 'attached' }] };
const LIST = { PrefixListId: 'pl-1', PrefixListName: 'ours' };
const ATTACHMENT = {
  TransitGatewayAttachmentId: 'tgw-attach-1',
  TransitGatewayId: 'tgw-1',
  ResourceType: 'vpc',
  ResourceId: 'vpc-1',
  ResourceOwnerId: '1',
  State: 'available',
};
const ASSOCIATED = { State: 'associated', TransitGatewayRouteTableId: 'tgw-rtb-1' };
const TABLE = { TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayId: 'tgw-1' };
const ROUTE = { DestinationCidrBlock: '10.0.0.0/8', State: 'active', TransitGatewayAttachments: [] };
const OF_TABLE = { TransitGatewayRouteTableId: 'tgw-rtb-1', Routes: [ROUTE] };
const EXCLUSION = {
  ResourceArn: 'arn:aws:ec2:eu-west-1:1:subnet/subnet-1',
  InternetGatewayExclusionMode: 'allow-egress',
  State: 'create-complete',
};
const EXCLUDED = { resourceId: 'subnet-1', allows: 'egress', state: 'create-complete' };

const blocking = (InternetGatewayBlockMode: string) => ({ VpcBlockPublicAccessOptions: { InternetGatewayBlockMode } });
const missing = (key: string) => ({ known: false, reason: `no saved answer holds ${key}` });

it.each<{ situation: string; files: readonly object[]; facts: Partial<Record<keyof Inventory, object>> }>([
  {
    situation: 'internet gateways of both kinds',
    files: [{ InternetGateways: [IGW] }, { EgressOnlyInternetGateways: [EGRESS_ONLY] }],
    facts: {
      internetGateways: {
        value: [
          { id: 'igw-1', vpcIds: ['vpc-1'] },
          { id: 'eigw-1', egressOnly: true },
        ],
      },
    },
  },
  {
    situation: 'internet gateways of the first kind',
    files: [{ InternetGateways: [IGW] }],
    facts: { internetGateways: { known: true, value: [{ id: 'igw-1', egressOnly: false }] } },
  },
  {
    situation: 'egress-only ones alone',
    files: [{ EgressOnlyInternetGateways: [EGRESS_ONLY] }],
    facts: { internetGateways: missing('InternetGateways') },
  },
  {
    situation: 'a prefix list with its ranges',
    files: [{ PrefixLists: [{ ...LIST, Cidrs: ['10.0.0.0/8'] }] }, { PrefixLists: [LIST] }],
    facts: { prefixLists: { value: [{ id: 'pl-1', name: 'ours', cidrs: { known: true, value: ['10.0.0.0/8'] } }] } },
  },
  {
    situation: 'a prefix list whose ranges are entries',
    files: [
      { PrefixLists: [LIST] },
      { PrefixListEntries: [{ PrefixListId: 'pl-1', Entries: [{ Cidr: '10.0.0.0/8' }] }] },
    ],
    facts: { prefixLists: { value: [{ cidrs: { known: true, value: ['10.0.0.0/8'] } }] } },
  },
  {
    situation: 'a prefix list without its ranges',
    files: [{ PrefixLists: [LIST] }],
    facts: { prefixLists: { value: [{ cidrs: missing('PrefixListEntries of it') }] } },
  },
  {
    situation: 'a transit gateway with all about it',
    files: [
      { TransitGatewayAttachments: [{ ...ATTACHMENT, Association: ASSOCIATED }] },
      { TransitGatewayVpcAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-1', SubnetIds: ['subnet-1'] }] },
      { TransitGatewayRouteTables: [TABLE] },
      { TransitGatewayRoutes: [OF_TABLE] },
    ],
    facts: {
      transitGatewayAttachments: { value: [{ routeTableId: 'tgw-rtb-1', vpc: { subnetIds: ['subnet-1'] } }] },
      transitGatewayRouteTables: { value: [{ routes: { value: [{ destination: '10.0.0.0/8' }] } }] },
    },
  },
  {
    situation: 'an attachment that another account is told less of',
    files: [
      { TransitGatewayAttachments: [ATTACHMENT] },
      { TransitGatewayAttachments: [{ ...ATTACHMENT, Association: ASSOCIATED }] },
    ],
    facts: { transitGatewayAttachments: { value: [{ id: 'tgw-attach-1', routeTableId: 'tgw-rtb-1', vpc: null }] } },
  },
  {
    situation: 'static routes alone, which are not all',
    files: [{ TransitGatewayRouteTables: [TABLE] }, { TransitGatewayStaticRoutes: [OF_TABLE] }],
    facts: { transitGatewayRouteTables: { value: [{ routes: missing('TransitGatewayRoutes of it') }] } },
  },
  {
    situation: 'a search that left routes off',
    files: [{ TransitGatewayRouteTables: [TABLE] }, { ...OF_TABLE, AdditionalRoutesAvailable: true }],
    facts: { transitGatewayRouteTables: { value: [{ routes: { known: false } }] } },
  },
  {
    situation: 'public access that is blocked but for a subnet',
    files: [blocking('block-ingress'), { VpcBlockPublicAccessExclusions: [EXCLUSION] }],
    facts: { blockPublicAccess: { value: { mode: 'block-ingress', exclusions: [EXCLUDED] } } },
  },
  {
    situation: 'public access that is blocked, exclusions unknown',
    files: [blocking('block-ingress')],
    facts: { blockPublicAccess: missing('VpcBlockPublicAccessExclusions') },
  },
  {
    situation: 'public access that is not blocked',
    files: [blocking('off')],
    facts: { blockPublicAccess: { known: true, value: { mode: 'off', exclusions: [] } } },
  },
  {
    situation: 'two Regions that differ about public access',
    files: [blocking('off'), blocking('block-ingress')],
    facts: { blockPublicAccess: { known: false, reason: expect.stringContaining('not the one mode') } },
  },
])('reads $situation', async ({ files, facts }) => {
  const folder = savedFolder(Object.fromEntries(files.map((file, index) => [`${index}.json`, file])));
  expect(await loadInventory(folder)).toMatchObject(facts);
});
