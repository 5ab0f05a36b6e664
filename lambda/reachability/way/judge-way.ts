import type { Flow, PathJudgement, PortRange } from '../../model/flow.ts';
import type { ThroughLoadBalancer, Way, WayJudgement } from '../../model/way.ts';
import { interfaceById } from '../interface-by-id.ts';
import { LINUX_EPHEMERAL } from '../linux-ephemeral.ts';
import { judgePath } from '../path.ts';
import { blockersBehind } from './blockers-behind.ts';
import { clientSeen } from './client-seen.ts';
import { flowFrom } from './flow-from.ts';
import type { Ground } from './ground.ts';
import { nodeAt } from './node-at.ts';
import type { Destination, Problem } from './parse-destination.ts';
import { throughLoadBalancer } from './through-load-balancer.ts';
import type { WaySource } from './way-source.ts';
import { worstOf } from './worst-of.ts';

/** What is asked: from these places, of which `from` is the name, to an address and port, from one port or any. */
export type AskedWay = {
  readonly from: string;
  readonly sources: readonly WaySource[];
  readonly to: Destination;
  readonly sourcePort: number | null;
};

/**
 * Judges the way from each place to an address, and on through listener, target groups and targets where the address is
 * a load balancer's node. The worst place decides. A problem where none of them has an address of that family.
 */
export function judgeWay(ground: Ground, { from, sources, to, sourcePort }: AskedWay): WayJudgement | Problem {
  const ways = sources.flatMap((source) => {
    const sourcePorts = sourcePort === null ? source.sourcePorts : { from: sourcePort, to: sourcePort };
    const flow = flowFrom(ground.inventory, { ...source, sourcePorts }, to);
    return flow === null ? [] : [judgeOne(ground, source, flow)];
  });
  const verdict = worstOf(ways.map((way) => way.verdict));
  const worst = ways.find((way) => way.verdict === verdict);
  if (worst === undefined) {
    return { problem: `${from} has no ${to.host.includes(':') ? 'IPv6' : 'IPv4'} address, which ${to.host} is.` };
  }
  return { from, to: written(to), protocol: 'tcp', verdict, worst, ways };
}

function judgeOne(ground: Ground, source: WaySource, flow: Flow): Way {
  const path = judgePath(ground.inventory, flow);
  const through = behind(ground, path);
  const said = [...source.assumptions, ...portAssumption(flow.sourcePorts), ...(path.assumptions ?? [])];
  return {
    from: source.name,
    zone: source.place.zone,
    verdict: worstOf([path.verdict, through?.verdict ?? 'allow']),
    path,
    through,
    blockers: [...path.blockers, ...(through === null ? [] : blockersBehind(through))],
    assumptions: [...new Set([...said, ...(through === null ? [] : assumedBehind(through))])],
  };
}

/** Null where the address is no load balancer's node. */
function behind(ground: Ground, path: PathJudgement): ThroughLoadBalancer | null {
  const { destination, port } = path.flow;
  const { networkInterfaces } = ground.inventory;
  if (!networkInterfaces.known) return null;
  const holder = interfaceById(networkInterfaces.value).get(destination.interfaceId ?? '');
  const node = holder === undefined ? null : nodeAt(ground.inventory, holder);
  if (node === null) return null;
  const { loadBalancer, place } = node;
  if (loadBalancer === null) return foreign(node.name, place.zone);
  const client = clientSeen(ground.inventory, path);
  return throughLoadBalancer(ground, { loadBalancer, node: place, port, client });
}

function foreign(name: string, zone: string | null): ThroughLoadBalancer {
  const why = `load balancer ${name} is not in the inventory, so what stands behind its node is not known`;
  return {
    loadBalancer: { arn: name, name, type: 'unknown' },
    zone,
    verdict: 'unknown',
    hop: { kind: 'listener', resource: name, decision: 'unknown', why },
    rules: [],
    assumptions: [],
  };
}

function portAssumption({ from, to }: PortRange): readonly string[] {
  if (from !== LINUX_EPHEMERAL.from || to !== LINUX_EPHEMERAL.to) return [];
  return [`The source is a Linux host, which dials from ports ${from} to ${to}; --source-port names another.`];
}

function assumedBehind({ assumptions, rules }: ThroughLoadBalancer): readonly string[] {
  const targets = rules.flatMap(({ groups }) => groups.flatMap((group) => group.targets));
  const deeper = targets.flatMap(({ through }) => (through === null ? [] : assumedBehind(through)));
  return [...assumptions, ...deeper];
}

function written({ host, port }: Destination): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
