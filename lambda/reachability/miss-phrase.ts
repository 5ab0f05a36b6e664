import type { NearestMiss } from '../model/flow.ts';
import type { GroupRule } from './group-rules.ts';
import type { Located } from './locate.ts';
import { stationName } from './station-name.ts';

/** In words what a rule admits and in what that differs from TCP to `port` between the group's interface and `peer`. */
export function missPhrase(
  rule: GroupRule,
  misses: NearestMiss['misses'],
  { direction, peer, port }: { direction: 'ingress' | 'egress'; peer: Located; port: number },
): string {
  const named = rule.peer.kind === 'cidr' ? rule.peer.cidr : rule.peer.id;
  const { ports } = rule;
  if (ports !== null && !misses.includes('peer')) {
    return `rule ${rule.id} admits ${named} on ${ports.from === ports.to ? 'port' : 'ports'} ${span(ports)}, not ${port}`;
  }
  const side = direction === 'ingress' ? 'from' : 'to';
  const wanted = [
    ...(misses.some((respect) => respect !== 'peer') ? [`tcp ${port}`] : []),
    ...(misses.includes('peer') ? [`${side} ${stationName(peer)}`] : []),
  ];
  return `rule ${rule.id} admits ${trafficName(rule)} ${side} ${named}, not ${wanted.join(' ')}`;
}

function trafficName({ protocol, fromPort, toPort }: GroupRule): string {
  if (protocol === '-1') return 'all traffic';
  const name = { '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6' }[protocol] ?? protocol;
  const hasPorts = (name === 'tcp' || name === 'udp') && fromPort !== null && toPort !== null;
  return hasPorts ? `${name} ${span({ from: fromPort, to: toPort })}` : name;
}

function span({ from, to }: { from: number; to: number }): string {
  return from === to ? String(from) : `${from}-${to}`;
}
