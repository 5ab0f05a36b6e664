import { aclEntryAt } from './acl-entry-at.ts';
import { aclEntryIn } from './acl-entry-in.ts';
import { aclEntryParameters } from './acl-entry-parameters.ts';
import { changeAcl } from './change-acl.ts';

/** `ReplaceNetworkAclEntry`: another entry under a number that is taken. */
export const replaceNetworkAclEntry = changeAcl('ReplaceNetworkAclEntry', aclEntryParameters, (acl, input) => {
  const entry = aclEntryIn(input);
  const replaced = aclEntryAt(acl, entry);
  return acl.entries.map((one) => (one === replaced ? entry : one));
});
