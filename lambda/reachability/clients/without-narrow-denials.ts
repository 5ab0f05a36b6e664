import { known } from '../../model/fact.ts';
import type { Inventory, NetworkAcl, NetworkAclEntry } from '../../model/inventory.ts';
import { EPHEMERAL } from '../ephemeral.ts';
import { isNarrow } from '../is-narrow.ts';
import { oncePer } from '../once-per.ts';

/** How many ports clients dial from. */
const ALL = EPHEMERAL.to - EPHEMERAL.from + 1;

/**
 * The inventory without entries of network ACLs that deny only a few ports. On the way of answers to clients these hit less
 * than one connection in a hundred, and are meant for something else: a port of a service that is closed on purpose.
 */
export const withoutNarrowDenials = oncePer((inventory: Inventory): Inventory => {
  const { networkAcls } = inventory;
  return networkAcls.known ? { ...inventory, networkAcls: known(networkAcls.value.map(without)) } : inventory;
});

function without(acl: NetworkAcl): NetworkAcl {
  const entries = acl.entries.filter((entry) => !deniesFew(entry));
  return entries.length === acl.entries.length ? acl : { ...acl, entries };
}

function deniesFew({ action, fromPort, toPort }: NetworkAclEntry): boolean {
  return action === 'deny' && fromPort !== null && toPort !== null && isNarrow((toPort - fromPort + 1) / ALL);
}
