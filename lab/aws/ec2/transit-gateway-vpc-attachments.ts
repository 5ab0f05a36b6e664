import type { TransitGatewayAttachment } from '../../../lambda/model/network.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Noun } from './noun.ts';
import { transitGatewayAttachments } from './transit-gateway-attachments.ts';

/** `DescribeTransitGatewayVpcAttachments`: those of VPCs, with their subnets and options. */
export const transitGatewayVpcAttachments: Noun = {
  operation: 'DescribeTransitGatewayVpcAttachments',
  resultSet: 'transitGatewayVpcAttachments',
  id: transitGatewayAttachments.id,
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: {
    state: 'state',
    'transit-gateway-attachment-id': 'transitGatewayAttachmentId',
    'transit-gateway-id': 'transitGatewayId',
    'vpc-id': 'vpcId',
  },
  trees: (world) => world.transitGatewayAttachments.flatMap(treeOf),
};

function treeOf({ vpc, ...attachment }: TransitGatewayAttachment): readonly TreeObject[] {
  if (vpc === null) return [];
  const word = (on: boolean) => (on ? 'enable' : 'disable');
  return [
    {
      transitGatewayAttachmentId: attachment.id,
      transitGatewayId: attachment.transitGatewayId,
      vpcId: attachment.resourceId,
      vpcOwnerId: attachment.resourceOwnerId,
      state: attachment.state,
      subnetIds: vpc.subnetIds,
      options: {
        securityGroupReferencingSupport: word(vpc.securityGroupReferencing),
        applianceModeSupport: word(vpc.applianceMode),
      },
      tagSet: [],
    },
  ];
}
