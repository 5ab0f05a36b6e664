import type { Inventory, NetworkAcl, NetworkAclEntry, Route, SecurityGroupRule } from '../model/inventory.ts';
import type { InventoryChange } from '../model/inventory-change.ts';

/**
 * The inventory as it would be with a change made. A rule under an existing id of its group takes its place. What AWS would refuse
 * changes nothing: an entry under a number that is taken in its direction, an ACL that is not there. Neither does a
 * change to what could not be read.
 */
export function applyChange(inventory: Inventory, change: InventoryChange): Inventory {
  switch (change.kind) {
    case 'add-security-group-rule':
      return { ...inventory, securityGroupRules: withRule(inventory.securityGroupRules, change.rule) };
    case 'add-network-acl-entry':
      return { ...inventory, networkAcls: withEntry(inventory.networkAcls, change.aclId, change.entry) };
    case 'put-route':
      return withRoutes(inventory, change.routeTableId, change.route.destination, [change.route]);
    case 'delete-route':
      return withRoutes(inventory, change.routeTableId, change.destination, []);
    case 'associate-route-table':
      return withAssociation(inventory, change.routeTableId, change.subnetId);
  }
}

function withRule(rules: Inventory['securityGroupRules'], rule: SecurityGroupRule): Inventory['securityGroupRules'] {
  if (!rules.known) return rules;
  // A rule of a saved account that has no id is known by its words, which another group's rule may share.
  const others = rules.value.filter((one) => one.id !== rule.id || one.groupId !== rule.groupId);
  return { ...rules, value: [...others, rule] };
}

function withEntry(acls: Inventory['networkAcls'], aclId: string, entry: NetworkAclEntry): Inventory['networkAcls'] {
  if (!acls.known) return acls;
  return { ...acls, value: acls.value.map((acl) => (acl.id === aclId ? added(acl, entry) : acl)) };
}

function added(acl: NetworkAcl, entry: NetworkAclEntry): NetworkAcl {
  const taken = acl.entries.some((one) => one.egress === entry.egress && one.ruleNumber === entry.ruleNumber);
  return taken ? acl : { ...acl, entries: [...acl.entries, entry] };
}

/** The routes of one table to one destination, in place of those that it has. */
function withRoutes(inventory: Inventory, tableId: string, destination: string, routes: readonly Route[]): Inventory {
  const { routeTables } = inventory;
  if (!routeTables.known) return inventory;
  const value = routeTables.value.map((table) => {
    if (table.id !== tableId) return table;
    return { ...table, routes: [...table.routes.filter((one) => one.destination !== destination), ...routes] };
  });
  return { ...inventory, routeTables: { ...routeTables, value } };
}

function withAssociation(inventory: Inventory, tableId: string, subnetId: string): Inventory {
  const { routeTables } = inventory;
  if (!routeTables.known || !routeTables.value.some(({ id }) => id === tableId)) return inventory;
  const value = routeTables.value.map((table) => {
    const others = table.subnetIds.filter((id) => id !== subnetId);
    return { ...table, subnetIds: table.id === tableId ? [...others, subnetId] : others };
  });
  return { ...inventory, routeTables: { ...routeTables, value } };
}
