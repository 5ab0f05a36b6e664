import type { NetworkAclEntry, Route, SecurityGroupRule } from './inventory.ts';

/** A fix as a change to the inventory, so that the path can be judged again with it applied. */
export type InventoryChange =
  | { readonly kind: 'add-security-group-rule'; readonly rule: SecurityGroupRule }
  | { readonly kind: 'add-network-acl-entry'; readonly aclId: string; readonly entry: NetworkAclEntry }
  /** A new route, or another one to a destination that the table has already. */
  | { readonly kind: 'put-route'; readonly routeTableId: string; readonly route: Route }
  | { readonly kind: 'delete-route'; readonly routeTableId: string; readonly destination: string }
  /** A subnet gets a table of routes in place of the one that it has. */
  | { readonly kind: 'associate-route-table'; readonly routeTableId: string; readonly subnetId: string };
