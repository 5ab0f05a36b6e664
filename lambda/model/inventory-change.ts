import type { NetworkAclEntry, SecurityGroupRule } from './inventory.ts';

/** A fix as a change to the inventory, so that the path can be judged again with it applied. */
export type InventoryChange =
  | { readonly kind: 'add-security-group-rule'; readonly rule: SecurityGroupRule }
  | { readonly kind: 'add-network-acl-entry'; readonly aclId: string; readonly entry: NetworkAclEntry };
