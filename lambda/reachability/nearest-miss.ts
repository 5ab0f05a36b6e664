import type { Cidr } from '../model/address.ts';
import type { NearestMiss } from '../model/flow.ts';
import type { RulePeer } from '../model/inventory.ts';
import type { GroupRule } from './group-rules.ts';
import type { Located } from './locate.ts';
import { matchPeer } from './match-peer.ts';
import { missPhrase } from './miss-phrase.ts';

/** What no rule admits: TCP to `port`, between `at`, which wears the groups, and `peer`. */
export type Refused = {
  readonly direction: 'ingress' | 'egress';
  readonly at: Located;
  readonly peer: Located;
  readonly piece: Cidr;
  readonly port: number;
};

type Respect = NearestMiss['misses'][number];
type Miss = { readonly rule: GroupRule; readonly misses: readonly Respect[]; readonly rank: number };

const NOTHING: readonly Respect[] = [];
const PORT: readonly Respect[] = ['port'];
const PROTOCOL: readonly Respect[] = ['protocol'];
const PROTOCOL_AND_PORT: readonly Respect[] = ['protocol', 'port'];

/** A wrong port beside the right peer is the likeliest slip, then a wrong peer, then a wrong protocol. */
const WEIGHT: Readonly<Record<Respect, number>> = { port: 1, peer: 2, protocol: 3 };
const PEER_WEIGHT: Readonly<Record<RulePeer['kind'], number>> = { 'security-group': 0, 'prefix-list': 1, cidr: 2 };

/**
 * The rule that comes closest to admitting what none admits: the fewest misses, then the likeliest slip, then the
 * nearest port, then references to groups before ranges, then the first of `rules`. Undefined without any rule.
 */
export function nearestMiss(rules: readonly GroupRule[], refused: Refused): NearestMiss | undefined {
  let best: Miss | undefined;
  for (const rule of rules) {
    if (best !== undefined && trafficMisses(rule, refused.port).length > best.misses.length) continue;
    const miss = missOf(rule, refused);
    if (best === undefined || miss.rank < best.rank) best = miss;
  }
  if (best === undefined) return undefined;
  return { line: best.rule.id, misses: best.misses, why: missPhrase(best.rule, best.misses, refused) };
}

function trafficMisses({ ports, protocol, fromPort, toPort }: GroupRule, port: number): readonly Respect[] {
  if (ports !== null) return port >= ports.from && port <= ports.to ? NOTHING : PORT;
  // Ports of UDP are ports all the same; those of ICMP are type and code, others have none.
  const udp = protocol === 'udp' || protocol === '17';
  const same = udp && port >= (fromPort ?? 0) && port <= (toPort ?? 65535);
  return same ? PROTOCOL : PROTOCOL_AND_PORT;
}

function missOf(rule: GroupRule, { at, peer, piece, port }: Refused): Miss {
  const traffic = trafficMisses(rule, port);
  const peerMissed = traffic.length === 0 || matchPeer(rule, at, peer, piece) !== 'yes';
  const misses: readonly Respect[] = peerMissed ? [...traffic, 'peer'] : traffic;
  const weight = misses.reduce((sum, respect) => sum + WEIGHT[respect], 0);
  const distance = rule.ports === null ? 0 : Math.max(rule.ports.from - port, port - rule.ports.to, 0);
  // One number, of which each part outweighs all that follow it: distances stay below 65536.
  const rank = ((misses.length * 10 + weight) * 100_000 + distance) * 10 + PEER_WEIGHT[rule.peer.kind];
  return { rule, misses, rank };
}
