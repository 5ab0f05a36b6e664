import type { NetworkAclEntry } from '../../../lambda/model/inventory.ts';
import { AwsError } from '../aws-error.ts';
import { aclEntryIn } from './acl-entry-in.ts';
import { aclEntryParameters } from './acl-entry-parameters.ts';
import { changeAcl } from './change-acl.ts';

/** Per direction, the implicit denial included: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html. */
const MOST_ENTRIES = 20;

/** `CreateNetworkAclEntry`: under a number that is free in its direction. */
export const createNetworkAclEntry = changeAcl('CreateNetworkAclEntry', aclEntryParameters, ({ entries }, input) => {
  const entry = aclEntryIn(input);
  refuseTaken(entry, entries);
  return [...entries, entry];
});

function refuseTaken({ egress, ruleNumber }: NetworkAclEntry, entries: readonly NetworkAclEntry[]): void {
  const alike = entries.filter((one) => one.egress === egress && one.ruleNumber < 32_767);
  if (alike.some((one) => one.ruleNumber === ruleNumber)) {
    const message = `The network acl entry identified by ${ruleNumber} already exists.`;
    throw new AwsError('NetworkAclEntryAlreadyExists', message);
  }
  if (alike.length + 2 <= MOST_ENTRIES) return;
  const message = 'The maximum number of network acl entries has been reached.';
  throw new AwsError('NetworkAclEntryLimitExceeded', message);
}
