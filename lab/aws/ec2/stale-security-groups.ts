import type { StaleSecurityGroup } from '../../../lambda/model/network.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { ipPermissions } from './ip-permissions.ts';
import type { Noun } from './noun.ts';
import { requiredParameter } from './required-parameter.ts';

/** `DescribeStaleSecurityGroups`, of one VPC: the groups that refer in vain, with those of their rules that do. */
export const staleSecurityGroups: Noun = {
  operation: 'DescribeStaleSecurityGroups',
  resultSet: 'staleSecurityGroupSet',
  id: null,
  parameters: ['VpcId'],
  maxResults: [5, 255],
  excludesMaxResults: null,
  filters: null,
  trees: (world, input) => {
    const vpcId = requiredParameter(input, 'VpcId');
    if (!world.vpcs.some(({ id }) => id === vpcId)) {
      throw new AwsError('InvalidVpcID.NotFound', `The vpc ID '${vpcId}' does not exist`);
    }
    return world.staleSecurityGroups.filter((one) => one.vpcId === vpcId).map((one) => treeOf(one, world));
  },
};

function treeOf(stale: StaleSecurityGroup, world: World): TreeObject {
  const name = world.securityGroups.find(({ id }) => id === stale.groupId)?.name;
  return {
    groupId: stale.groupId,
    groupName: name,
    description: name,
    vpcId: stale.vpcId,
    staleIpPermissions: permissionsOf(stale, stale.ingressReferences, false, world),
    staleIpPermissionsEgress: permissionsOf(stale, stale.egressReferences, true, world),
  };
}

function permissionsOf(
  { groupId }: StaleSecurityGroup,
  references: readonly string[],
  egress: boolean,
  world: World,
): readonly TreeObject[] {
  const rules = world.securityGroupRules.filter(
    ({ peer, ...rule }) =>
      rule.groupId === groupId &&
      rule.egress === egress &&
      peer.kind === 'security-group' &&
      references.includes(peer.id),
  );
  return ipPermissions(rules, world.accountId);
}
