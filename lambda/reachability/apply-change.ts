import type { Inventory, NetworkAcl, NetworkAclEntry, SecurityGroupRule } from '../model/inventory.ts';
import type { InventoryChange } from '../model/inventory-change.ts';

/**
 * The inventory as it would be with a change made. A rule under an existing id takes its place. What AWS would refuse
 * changes nothing: an entry under a number that is taken in its direction, an ACL that is not there. Neither does a
 * change to what could not be read.
 */
export function applyChange(inventory: Inventory, change: InventoryChange): Inventory {
  switch (change.kind) {
    case 'add-security-group-rule':
      return { ...inventory, securityGroupRules: withRule(inventory.securityGroupRules, change.rule) };
    case 'add-network-acl-entry':
      return { ...inventory, networkAcls: withEntry(inventory.networkAcls, change.aclId, change.entry) };
  }
}

function withRule(rules: Inventory['securityGroupRules'], rule: SecurityGroupRule): Inventory['securityGroupRules'] {
  return rules.known ? { ...rules, value: [...rules.value.filter((one) => one.id !== rule.id), rule] } : rules;
}

function withEntry(acls: Inventory['networkAcls'], aclId: string, entry: NetworkAclEntry): Inventory['networkAcls'] {
  if (!acls.known) return acls;
  return { ...acls, value: acls.value.map((acl) => (acl.id === aclId ? added(acl, entry) : acl)) };
}

function added(acl: NetworkAcl, entry: NetworkAclEntry): NetworkAcl {
  const taken = acl.entries.some((one) => one.egress === entry.egress && one.ruleNumber === entry.ruleNumber);
  return taken ? acl : { ...acl, entries: [...acl.entries, entry] };
}
