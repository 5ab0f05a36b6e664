import type { Noun } from './noun.ts';
import { securityGroupRuleTree } from './security-group-rule-tree.ts';

/** `DescribeSecurityGroupRules`. */
export const securityGroupRules: Noun = {
  operation: 'DescribeSecurityGroupRules',
  resultSet: 'securityGroupRuleSet',
  id: {
    parameter: 'SecurityGroupRuleId',
    at: 'securityGroupRuleId',
    notFound: 'InvalidSecurityGroupRuleId.NotFound',
    wording: (id) => `The security group rule ID '${id}' does not exist`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: { 'group-id': 'groupId', 'security-group-rule-id': 'securityGroupRuleId' },
  trees: (world) => world.securityGroupRules.map((rule) => securityGroupRuleTree(rule, world)),
};
