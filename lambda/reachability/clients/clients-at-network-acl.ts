import type { Hop, PortRange } from '../../model/flow.ts';
import type { Inventory, NetworkAcl } from '../../model/inventory.ts';
import type { Located } from '../locate.ts';
import { judgeNetworkAcl } from '../network-acl.ts';
import { oncePer } from '../once-per.ts';
import { readSpan, type Span } from '../read-span.ts';
import { subnetAssociation } from '../subnet-association.ts';
import { anyClient } from './any-client.ts';
import { clientPeer } from './client-peer.ts';
import type { ClientRange } from './client-range.ts';
import { except } from './except.ts';
import { piecesOf } from './pieces-of.ts';
import { rangesOfSubnet } from './ranges-of-subnet.ts';
import { remembered } from './remembered.ts';
import { withoutNarrowDenials } from './without-narrow-denials.ts';

const aclOf = subnetAssociation<NetworkAcl>('network ACLs', (acl) => acl.isDefault);
const divisionsOf = oncePer((acl: NetworkAcl): readonly Span[] =>
  acl.entries.map(({ cidr }) => readSpan(cidr)).filter((span) => span !== null),
);

/**
 * What the network ACL of the subnet at `at` does with clients: requests to `ports` (`ingress`) or answers to the ports that
 * they dial from (`egress`), where a denial of few ports is passed over. Null where it has no say: a network ACL does not see
 * what stays within its subnet (AWS,
 * *Network ACLs*).
 */
export function clientsAtNetworkAcl(
  inventory: Inventory,
  direction: 'ingress' | 'egress',
  at: Located,
  clients: ClientRange,
  ports: PortRange,
): Hop | null {
  return remembered(inventory, ['acl', direction, at.subnetId, clients.key, ports.from, ports.to], () => {
    const outside = except(clients, rangesOfSubnet(inventory, at.subnetId), at.subnetId ?? '');
    if (outside === null) return null;
    const ground = direction === 'egress' ? withoutNarrowDenials(inventory) : inventory;
    const acl = aclOf(ground.networkAcls, at);
    return anyClient(piecesOf(outside, acl.known ? divisionsOf(acl.value) : []), (piece) => {
      return judgeNetworkAcl(ground, direction, at, clientPeer(inventory, clients, piece), ports);
    });
  });
}
