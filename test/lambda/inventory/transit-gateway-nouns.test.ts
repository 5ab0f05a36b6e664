import { expect } from 'vitest';
import { transitGatewayAttachments } from '../../../lambda/inventory/transit-gateway-attachments.ts';
import { transitGatewayRouteTables } from '../../../lambda/inventory/transit-gateway-route-tables.ts';
import { transitGatewayRoutes } from '../../../lambda/inventory/transit-gateway-routes.ts';
import { transitGatewayVpcAttachments } from '../../../lambda/inventory/transit-gateway-vpc-attachments.ts';
import { transitGateways } from '../../../lambda/inventory/transit-gateways.ts';
import { type NounTable, nounTables } from './noun-tables.ts';

const TRANSIT = { TransitGatewayId: 'tgw-1', OwnerId: '12', State: 'available' };
const ATTACHMENT = {
  TransitGatewayAttachmentId: 'tgw-attach-1',
  TransitGatewayId: 'tgw-1',
  ResourceType: 'vpc',
  ResourceId: 'vpc-1',
  ResourceOwnerId: '12',
  State: 'available',
};
const attached = { TransitGatewayRouteTableId: 'tgw-rtb-1' };

const TABLES: readonly NounTable[] = [
  {
    kind: 'transit gateways',
    call: transitGateways,
    rows: [
      {
        situation: 'group references turned on',
        raw: { ...TRANSIT, Options: { SecurityGroupReferencingSupport: 'enable' } },
        noun: { id: 'tgw-1', ownerId: '12', state: 'available', securityGroupReferencing: true },
      },
      {
        situation: 'no word of group references',
        raw: TRANSIT,
        noun: { id: 'tgw-1', ownerId: '12', state: 'available', securityGroupReferencing: false },
      },
    ],
    malformed: [{ said: 'OwnerId is missing', raw: { ...TRANSIT, OwnerId: undefined } }],
  },
  {
    kind: 'attachments',
    call: transitGatewayAttachments,
    rows: [
      {
        situation: 'associated',
        raw: { ...ATTACHMENT, Association: { ...attached, State: 'associated' } },
        noun: {
          id: 'tgw-attach-1',
          transitGatewayId: 'tgw-1',
          resourceType: 'vpc',
          resourceId: 'vpc-1',
          resourceOwnerId: '12',
          state: 'available',
          routeTableId: 'tgw-rtb-1',
        },
      },
      {
        situation: 'no longer associated',
        raw: { ...ATTACHMENT, Association: { ...attached, State: 'disassociating' } },
        noun: expect.objectContaining({ routeTableId: null }),
      },
      {
        situation: 'a peering not yet accepted',
        raw: { ...ATTACHMENT, ResourceType: 'peering', ResourceId: undefined, ResourceOwnerId: undefined },
        noun: expect.objectContaining({ resourceId: '', resourceOwnerId: '', routeTableId: null }),
      },
    ],
    malformed: [{ said: 'ResourceType is missing', raw: { ...ATTACHMENT, ResourceType: undefined } }],
  },
  {
    kind: "VPCs' attachments",
    call: transitGatewayVpcAttachments,
    rows: [
      {
        situation: 'without options',
        raw: { TransitGatewayAttachmentId: 'a-1', SubnetIds: ['s-1'] },
        noun: { id: 'a-1', vpc: { subnetIds: ['s-1'], securityGroupReferencing: true, applianceMode: false } },
      },
      {
        situation: 'with options',
        raw: {
          TransitGatewayAttachmentId: 'a-1',
          SubnetIds: [],
          Options: { SecurityGroupReferencingSupport: 'disable', ApplianceModeSupport: 'enable' },
        },
        noun: { id: 'a-1', vpc: { subnetIds: [], securityGroupReferencing: false, applianceMode: true } },
      },
    ],
    malformed: [{ said: 'SubnetIds is missing', raw: { TransitGatewayAttachmentId: 'a-1' } }],
  },
  {
    kind: "transit gateways' route tables",
    call: transitGatewayRouteTables,
    rows: [
      {
        situation: 'any',
        raw: { TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayId: 'tgw-1' },
        noun: { id: 'tgw-rtb-1', transitGatewayId: 'tgw-1' },
      },
    ],
    malformed: [{ said: 'TransitGatewayId is missing', raw: { TransitGatewayRouteTableId: 'tgw-rtb-1' } }],
  },
  {
    kind: "transit gateways' routes",
    call: transitGatewayRoutes,
    rows: [
      {
        situation: 'over two attachments',
        raw: {
          DestinationCidrBlock: '10.0.0.0/8',
          State: 'active',
          TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'a-1' }, { TransitGatewayAttachmentId: 'a-2' }],
        },
        noun: { destination: '10.0.0.0/8', attachmentIds: ['a-1', 'a-2'], state: 'active' },
      },
      {
        situation: 'a blackhole',
        raw: { DestinationCidrBlock: '10.0.0.0/8', State: 'blackhole' },
        noun: { destination: '10.0.0.0/8', attachmentIds: [], state: 'blackhole' },
      },
      {
        situation: 'to a prefix list',
        raw: { PrefixListId: 'pl-1', State: 'active' },
        noun: { destination: 'pl-1', attachmentIds: [], state: 'active' },
      },
    ],
    malformed: [{ said: 'DestinationCidrBlock is missing', raw: { State: 'active' } }],
  },
];

nounTables(TABLES);
