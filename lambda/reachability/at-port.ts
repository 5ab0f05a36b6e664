import type { NearestMiss } from '../model/flow.ts';
import type { RulePeer } from '../model/inventory.ts';
import type { GroupRule } from './group-rules.ts';
import { oncePer } from './once-per.ts';

type Respect = NearestMiss['misses'][number];

/** A rule that does not admit, with how far off it is should its peer be right, and should it be wrong; less is nearer. */
export type Candidate = {
  readonly rule: GroupRule;
  /** In which respect protocol and port miss, whoever the peer. */
  readonly misses: readonly Respect[];
  readonly rankIfRight: number;
  readonly rankIfWrong: number;
};

/** Rules as one port sees them: those that admit it to their peers, and, once asked for, all with the nearest possible first. */
export type PortView = { readonly fitting: readonly GroupRule[]; readonly candidates: () => readonly Candidate[] };

/** A wrong port beside the right peer is the likeliest slip, then a wrong peer, then a wrong protocol. */
const WEIGHT: Readonly<Record<Respect, number>> = { port: 1, peer: 2, protocol: 3 };
const PEER_WEIGHT: Readonly<Record<RulePeer['kind'], number>> = { 'security-group': 0, 'prefix-list': 1, cidr: 2 };

const viewsOf = oncePer((_rules: readonly GroupRule[]) => new Map<number, PortView>());

/** Looks at rules from one TCP port, once for each: what does not depend on the peer is the same for a whole fleet. */
export function atPort(rules: readonly GroupRule[], port: number): PortView {
  const views = viewsOf(rules);
  const kept = views.get(port);
  if (kept !== undefined) return kept;
  const fitting = rules.filter((rule) => trafficMisses(rule, port).length === 0);
  let candidates: readonly Candidate[] | undefined;
  const view = {
    fitting,
    candidates: () => {
      candidates ??= rules.map((rule) => candidate(rule, port)).toSorted((a, b) => a.rankIfRight - b.rankIfRight);
      return candidates;
    },
  };
  views.set(port, view);
  return view;
}

/** A rule that is asked at all has not admitted, so one that fits the port misses the peer in any case. */
function candidate(rule: GroupRule, port: number): Candidate {
  const misses = trafficMisses(rule, port);
  const rankIfWrong = rankOf(rule, [...misses, 'peer'], port);
  return { rule, misses, rankIfWrong, rankIfRight: misses.length === 0 ? rankIfWrong : rankOf(rule, misses, port) };
}

function trafficMisses({ ports, protocol, fromPort, toPort }: GroupRule, port: number): readonly Respect[] {
  if (ports !== null) return port >= ports.from && port <= ports.to ? [] : ['port'];
  // Ports of UDP are ports all the same; those of ICMP are type and code, others have none.
  const udp = protocol === 'udp' || protocol === '17';
  const same = udp && port >= (fromPort ?? 0) && port <= (toPort ?? 65535);
  return same ? ['protocol'] : ['protocol', 'port'];
}

/** The fewest misses, the likeliest slip, the nearest port, a group before a range: each outweighs all behind it. */
function rankOf({ ports, peer }: GroupRule, misses: readonly Respect[], port: number): number {
  const weight = misses.reduce((sum, respect) => sum + WEIGHT[respect], 0);
  const distance = ports === null ? 0 : Math.max(ports.from - port, port - ports.to, 0);
  return ((misses.length * 10 + weight) * 100_000 + distance) * 10 + PEER_WEIGHT[peer.kind];
}
