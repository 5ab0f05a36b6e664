import type { BlockPublicAccess } from '../../../lambda/model/network.ts';
import type { World } from '../../world/world.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { derivedId } from './derived-id.ts';
import type { Noun } from './noun.ts';

/** `DescribeVpcBlockPublicAccessExclusions`. */
export const blockPublicAccessExclusions: Noun = {
  operation: 'DescribeVpcBlockPublicAccessExclusions',
  resultSet: 'vpcBlockPublicAccessExclusionSet',
  id: {
    parameter: 'ExclusionId',
    at: 'exclusionId',
    notFound: 'InvalidVpcBlockPublicAccessExclusionId.NotFound',
    wording: (id) => `The exclusion ID '${id}' does not exist`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: {
    'internet-gateway-exclusion-mode': 'internetGatewayExclusionMode',
    'resource-arn': 'resourceArn',
    state: 'state',
  },
  trees: (world) => world.blockPublicAccess.exclusions.map((exclusion) => treeOf(exclusion, world)),
};

function treeOf(
  { resourceId, allows, state }: BlockPublicAccess['exclusions'][number],
  { region, accountId }: World,
): TreeObject {
  const kind = resourceId.startsWith('subnet-') ? 'subnet' : 'vpc';
  return {
    exclusionId: derivedId('vpcbpa-exclude', resourceId),
    internetGatewayExclusionMode: `allow-${allows}`,
    resourceArn: `arn:aws:ec2:${region}:${accountId}:${kind}/${resourceId}`,
    state,
    tagSet: [],
  };
}
