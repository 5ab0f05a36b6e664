import type { Station } from '../../model/flow.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { WayHop } from '../../model/way.ts';
import { interfaceById } from '../interface-by-id.ts';
import { subnetById } from '../subnet-by-id.ts';
import type { Arrival, Registered } from './ground.ts';

/**
 * Why a node hands no connection to a target, whatever the path: its zone is not enabled, cross-zone is off and it stands
 * in another zone, or it would see its own address, or one that is forwarded once more, as the client's. Null: it does.
 */
export function notSentFrom(
  inventory: Inventory,
  arrival: Arrival,
  registered: Registered,
  destination: Station,
): WayHop | null {
  const why = whyNot(inventory, arrival, registered, destination);
  if (why === null) return null;
  return { kind: 'target-group', resource: registered.group.arn, decision: 'deny', ...why };
}

type Reason = Pick<WayHop, 'why' | 'line'>;

function whyNot(inventory: Inventory, arrival: Arrival, registered: Registered, destination: Station): Reason | null {
  const { loadBalancer, node } = arrival;
  // A load balancer that is registered stands in zones of its own.
  const zone = registered.group.targetType === 'alb' ? null : zoneOf(inventory, destination);
  if (zone !== null && zone.vpcId === loadBalancer.vpcId && !loadBalancer.zones.some((one) => one.zone === zone.zone)) {
    return { why: `its zone ${zone.zone} is not enabled on ${loadBalancer.name}, which sends it nothing` };
  }
  if (!registered.endpoint.vantagePoints.includes(node.id)) {
    const why = `cross-zone load balancing is off, and the node in ${node.zone} sends to targets of its own zone only`;
    return { line: 'load_balancing.cross_zone.enabled', why };
  }
  return registered.preserves ? notPreserved(inventory, arrival, destination) : null;
}

function zoneOf({ subnets }: Inventory, { subnetId }: Station) {
  return subnets.known && subnetId !== null ? (subnetById(subnets.value).get(subnetId) ?? null) : null;
}

/** AWS, *Troubleshoot your Network Load Balancer* (hairpinning) and *Edit target group attributes* (client IP preservation). */
function notPreserved({ networkInterfaces }: Inventory, { client }: Arrival, destination: Station): Reason | null {
  const line = 'preserve_client_ip.enabled';
  const { interfaceId } = destination;
  if (interfaceId === null) return null;
  if (client.interfaceId === interfaceId) {
    return { line, why: 'the client is this very target: it would see its own address come back to it, and drops it' };
  }
  const one = networkInterfaces.known ? interfaceById(networkInterfaces.value).get(interfaceId) : undefined;
  if (one === undefined || !FORWARDERS.includes(one.interfaceType)) return null;
  return {
    line,
    why: `client addresses are preserved, and connections to ${interfaceId} (${one.interfaceType}) are lost`,
  };
}

const FORWARDERS = ['network_load_balancer', 'vpc_endpoint', 'gateway_load_balancer_endpoint'];
