import type { NetworkAcl, NetworkAclEntry } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import type { Input } from '../codecs/input.ts';
import type { Change } from './change.ts';
import { networkAcls } from './network-acls.ts';
import { requiredParameter } from './required-parameter.ts';
import { subjectOf } from './subject-of.ts';

/** From the ACL that a request names to the entries that it shall have. */
type EntriesAfter = (acl: NetworkAcl, input: Input) => readonly NetworkAclEntry[];

/** An operation on one entry of a network ACL. `entriesAfter` gives the ACL's entries after it, or throws. */
export function changeAcl(operation: string, parameters: readonly string[], entriesAfter: EntriesAfter): Change {
  return {
    operation,
    subject: { parameter: 'NetworkAclId', kind: 'network-acl' },
    parameters,
    run: (input, world) => {
      const acl = subjectOf(world.networkAcls, requiredParameter(input, 'NetworkAclId'), networkAcls);
      return { next: withEntries(world, acl, entriesAfter(acl, input)) };
    },
  };
}

function withEntries(world: World, acl: NetworkAcl, entries: readonly NetworkAclEntry[]): World {
  return { ...world, networkAcls: world.networkAcls.map((one) => (one === acl ? { ...acl, entries } : one)) };
}
