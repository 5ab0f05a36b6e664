import { parseCidr } from '../../model/address.ts';
import type { Flow, Hop, PathJudgement } from '../../model/flow.ts';
import type { TargetWay, WayEnd, WayHop } from '../../model/way.ts';
import { addressName } from '../address-name.ts';
import { flowTo } from '../flow-to.ts';
import { interfaceById } from '../interface-by-id.ts';
import { judgePath } from '../path.ts';
import { stationName } from '../station-name.ts';
import type { Arrival, Ground, Registered } from './ground.ts';
import { healthOf } from './health-of.ts';
import { notSentFrom } from './not-sent-from.ts';
import { seenByTarget } from './seen-by-target.ts';
import { worstOf } from './worst-of.ts';

/** Judges the way from a load balancer's node to one registered target, there and back. */
export function judgeTarget({ inventory }: Ground, arrival: Arrival, registered: Registered): TargetWay {
  const { endpoint, group } = registered;
  const flow = flowTo(inventory, arrival.node, endpoint);
  const told = {
    target: endOf(inventory, registered, flow),
    health: healthOf(inventory, group, endpoint.target),
    through: null,
  };
  if (flow === null) {
    return { ...told, verdict: 'unknown', sees: null, forward: [notFound(registered)], return: [], blockers: [] };
  }
  const { path, sees } = carried(inventory, arrival, registered, flow);
  const kept = [notSentFrom(inventory, arrival, registered, flow.destination), beyondReach(registered, path.forward)];
  const here = kept.filter((hop) => hop !== null);
  return {
    ...told,
    verdict: worstOf([...here.map((hop) => hop.decision), path.verdict]),
    sees,
    forward: [...here, ...path.forward],
    return: path.return,
    blockers: [...here.filter((hop) => hop.decision === 'deny'), ...path.blockers],
  };
}

/** By the name of the instance that holds the address. */
function endOf(
  { instances, networkInterfaces }: Ground['inventory'],
  { endpoint }: Registered,
  flow: Flow | null,
): WayEnd {
  const { target, address, port } = endpoint;
  const interfaces = networkInterfaces.known ? interfaceById(networkInterfaces.value) : undefined;
  const holder = interfaces?.get(flow?.destination.interfaceId ?? '');
  const instanceId = holder?.attachment?.instanceId ?? target.id;
  const name = instances.known ? instances.value.find(({ id }) => id === instanceId)?.name : null;
  return { id: target.id, name: name ?? null, address, port };
}

function notFound({ endpoint, group }: Registered): WayHop {
  const why =
    endpoint.addressUnknown ?? `no node of the load balancer has an address of the family of ${endpoint.address}`;
  return { kind: 'target-group', resource: group.arn, decision: 'unknown', why };
}

/** Between IPv4 and IPv6 addresses are translated, whatever the attribute says (AWS, *Edit target group attributes*). */
function carried(inventory: Ground['inventory'], { client }: Arrival, { preserves }: Registered, flow: Flow) {
  const alike = parseCidr(client.cidr)?.family === parseCidr(flow.source.cidr)?.family;
  if (!preserves || !alike) {
    return { path: judgePath(inventory, flow), sees: `the load balancer's node ${stationName(flow.source)}` };
  }
  const path: PathJudgement = seenByTarget(inventory, flow, client);
  return { path, sees: `the client's own address ${addressName(client.cidr)}` };
}

/** A client's address is preserved within a VPC and its peers, and not said to be through a transit gateway (as above). */
function beyondReach({ group, preserves }: Registered, forward: readonly Hop[]): WayHop | null {
  if (!preserves || !forward.some(({ kind }) => kind === 'transit-gateway')) return null;
  const why = `target group ${group.name} preserves client addresses, which is not supported through a transit gateway`;
  return { kind: 'target-group', resource: group.arn, line: 'preserve_client_ip.enabled', decision: 'unknown', why };
}
