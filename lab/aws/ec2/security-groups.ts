import type { SecurityGroup } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { ipPermissions } from './ip-permissions.ts';
import type { Noun } from './noun.ts';

/** `DescribeSecurityGroups`. A group's description, which AWS demands and the world does not declare, is its name. */
export const securityGroups: Noun = {
  operation: 'DescribeSecurityGroups',
  resultSet: 'securityGroupInfo',
  id: {
    parameter: 'GroupId',
    at: 'groupId',
    notFound: 'InvalidGroup.NotFound',
    wording: (id) => `The security group '${id}' does not exist`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: {
    description: 'groupDescription',
    'group-id': 'groupId',
    'group-name': 'groupName',
    'owner-id': 'ownerId',
    'vpc-id': 'vpcId',
    ...permissionFilters('ip-permission', 'ipPermissions'),
    ...permissionFilters('egress.ip-permission', 'ipPermissionsEgress'),
  },
  trees: (world) => world.securityGroups.map((group) => treeOf(group, world)),
};

function permissionFilters(name: string, set: string): Readonly<Record<string, string>> {
  return {
    [`${name}.cidr`]: `${set}.ipRanges.cidrIp`,
    [`${name}.from-port`]: `${set}.fromPort`,
    [`${name}.group-id`]: `${set}.groups.groupId`,
    [`${name}.ipv6-cidr`]: `${set}.ipv6Ranges.cidrIpv6`,
    [`${name}.prefix-list-id`]: `${set}.prefixListIds.prefixListId`,
    [`${name}.protocol`]: `${set}.ipProtocol`,
    [`${name}.to-port`]: `${set}.toPort`,
    [`${name}.user-id`]: `${set}.groups.userId`,
  };
}

function treeOf(group: SecurityGroup, world: World): TreeObject {
  const rules = world.securityGroupRules.filter((rule) => rule.groupId === group.id);
  const permissions = (egress: boolean) =>
    ipPermissions(
      rules.filter((rule) => rule.egress === egress),
      world.accountId,
    );
  return {
    groupId: group.id,
    groupName: group.name,
    groupDescription: group.name,
    ownerId: group.ownerId,
    securityGroupArn: `arn:aws:ec2:${world.region}:${group.ownerId}:security-group/${group.id}`,
    vpcId: group.vpcId,
    ipPermissions: permissions(false),
    ipPermissionsEgress: permissions(true),
    tagSet: [],
  };
}
