import { aclEntryAt } from './acl-entry-at.ts';
import { aclPlaceIn } from './acl-place-in.ts';
import { changeAcl } from './change-acl.ts';

/** `DeleteNetworkAclEntry`. */
export const deleteNetworkAclEntry = changeAcl('DeleteNetworkAclEntry', ['RuleNumber', 'Egress'], (acl, input) => {
  const deleted = aclEntryAt(acl, aclPlaceIn(input));
  return acl.entries.filter((one) => one !== deleted);
});
