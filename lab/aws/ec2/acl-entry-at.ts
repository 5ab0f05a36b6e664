import type { NetworkAcl, NetworkAclEntry } from '../../../lambda/model/inventory.ts';
import { AwsError } from '../aws-error.ts';

/** The ACL's entry at this place; throws where it has none. */
export function aclEntryAt(acl: NetworkAcl, place: Pick<NetworkAclEntry, 'ruleNumber' | 'egress'>): NetworkAclEntry {
  const { ruleNumber, egress } = place;
  const entry = acl.entries.find((one) => one.egress === egress && one.ruleNumber === ruleNumber);
  if (entry !== undefined) return entry;
  const message = `no ${egress ? 'egress' : 'ingress'} entry with number ${ruleNumber}`;
  throw new AwsError('InvalidNetworkAclEntry.NotFound', message);
}
