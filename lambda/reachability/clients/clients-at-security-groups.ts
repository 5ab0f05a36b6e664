import { parseAddress } from '../../model/address.ts';
import type { Hop } from '../../model/flow.ts';
import type { Inventory, NetworkInterface } from '../../model/inventory.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import { type GroupRule, groupRules } from '../group-rules.ts';
import { inSpan } from '../in-span.ts';
import type { Located } from '../locate.ts';
import { oncePer } from '../once-per.ts';
import { prefixRanges } from '../prefix-ranges.ts';
import type { Span } from '../read-span.ts';
import { judgeSecurityGroups } from '../security-group.ts';
import { anyClient } from './any-client.ts';
import { clientPeer } from './client-peer.ts';
import type { ClientRange } from './client-range.ts';
import { piecesOf } from './pieces-of.ts';
import { remembered } from './remembered.ts';

/**
 * Clients as an interface sees them. `through` are the groups of the Network Load Balancer that hands them over with
 * their own addresses: these then count as the sender's, and the clients' own do not (ELB, *Target security groups*).
 * Null: they come by themselves.
 */
export type AtGroups = {
  readonly at: Located;
  readonly clients: ClientRange;
  readonly port: number;
  readonly through: readonly string[] | null;
};

const wearersOf = oncePer((interfaces: readonly NetworkInterface[]) => {
  const worn = interfaces.flatMap((one) => one.groups.map((group) => ({ group, one })));
  return Map.groupBy(worn, ({ group }) => group);
});

/** What the security groups that `at` wears do with clients; null where it wears none. */
export function clientsAtSecurityGroups(inventory: Inventory, asked: AtGroups): Hop | null {
  const { at, clients, port, through } = asked;
  const vpcId = at.vpc.known ? at.vpc.value : '';
  const key = ['groups', at.securityGroups?.join() ?? at.cidr, vpcId, clients.key, port, through?.join() ?? ''];
  return remembered(inventory, key, () => {
    const rules = fittingRules(inventory, asked);
    const references = through === null ? rules.filter(({ peer }) => peer.kind === 'security-group') : [];
    const [reference] = references;
    if (reference !== undefined && clients.declared === null) return admittedBy(reference, port);
    const divisions = rules.flatMap((rule) => rangesOf(inventory, rule));
    const pieces = piecesOf(clients, divisions);
    // Groups only admit: of the pieces that no rule speaks of, one tells why none does.
    const spoken = pieces.filter((piece) => divisions.some((range) => inSpan(range, piece)));
    const hop = anyClient([...spoken, ...pieces.slice(0, 1)], (piece) => {
      return judgeSecurityGroups(inventory, 'ingress', at, clientPeer(inventory, clients, piece, through), port);
    });
    return hop?.decision === 'deny' ? byReference(inventory, asked, references, hop) : hop;
  });
}

/** The ingress rules of the groups that speak of the port. */
function fittingRules({ securityGroupRules }: Inventory, { at, port }: AtGroups): readonly GroupRule[] {
  if (!securityGroupRules.known) return [];
  const byGroup = groupRules(securityGroupRules.value);
  return (at.securityGroups ?? [])
    .flatMap((id) => byGroup.get(id)?.ingress ?? [])
    .filter(({ ports }) => ports !== null && ports.from <= port && port <= ports.to);
}

/** Whoever wears the group is somebody; nobody has said that it must be anybody else. */
function admittedBy({ id, groupId, peer }: GroupRule, port: number): Hop {
  const group = peer.kind === 'security-group' ? peer.id : groupId;
  const why = `${id} admits tcp ${port} from ${group}`;
  return { kind: 'security-group-ingress', resource: groupId, line: id, decision: 'allow', why };
}

function rangesOf({ prefixLists }: Inventory, { peer, range }: GroupRule): readonly Span[] {
  if (peer.kind !== 'prefix-list') return range === null ? [] : [range];
  const ranges = prefixRanges(prefixLists, peer.id);
  return ranges.known ? ranges.value : [];
}

/**
 * No range admits the declared clients: some of them may wear a group that is admitted. Those of our own groups are
 * judged one by one; who wears a group of another VPC or account cannot be told.
 */
function byReference(inventory: Inventory, asked: AtGroups, references: readonly GroupRule[], denied: Hop): Hop {
  const { networkInterfaces, securityGroups } = inventory;
  if (references.length === 0) return denied;
  const doubt = (why: string): Hop => ({ ...denied, decision: 'unknown', why: `${denied.why}; ${why}` });
  if (!networkInterfaces.known) return doubt(whyUnknown('network interfaces', networkInterfaces));
  const ids = references.flatMap(({ peer }) => (peer.kind === 'security-group' ? [peer.id] : []));
  const wearers = ids.flatMap((id) => wearersOf(networkInterfaces.value).get(id) ?? []);
  const hops = wearers.flatMap(({ one }) => asWorn(inventory, asked, one));
  const admitted = hops.find(({ decision }) => decision === 'allow');
  if (admitted !== undefined) return admitted;
  const foreign = ids.find((id) => !(securityGroups.known && securityGroups.value.some((group) => group.id === id)));
  const name = asked.clients.name;
  return foreign === undefined ? denied : doubt(`whether anybody in ${name} wears ${foreign} is not known`);
}

function asWorn(inventory: Inventory, { at, clients, port }: AtGroups, one: NetworkInterface): readonly Hop[] {
  const addresses = [...one.addresses.map(({ address }) => address), ...one.ipv6Addresses].map(parseAddress);
  const bits = clients.range.family === 4 ? 32 : 128;
  return addresses
    .filter((address) => address !== null)
    .map((address) => ({ ...address, prefix: bits }))
    .filter((piece) => inSpan(clients.range, piece))
    .map((piece) => clientPeer(inventory, clients, piece, one.groups))
    .flatMap((peer) => judgeSecurityGroups(inventory, 'ingress', at, peer, port) ?? []);
}
