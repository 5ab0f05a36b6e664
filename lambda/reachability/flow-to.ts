import { type Address, type Cidr, parseAddress } from '../model/address.ts';
import type { Endpoint, VantagePoint } from '../model/endpoint.ts';
import type { Flow, Station } from '../model/flow.ts';
import type { Inventory, LoadBalancer, Subnet } from '../model/inventory.ts';
import { EPHEMERAL } from './ephemeral.ts';
import { LINUX_EPHEMERAL } from './linux-ephemeral.ts';
import { locate } from './locate.ts';
import { oncePer } from './once-per.ts';
import { resolveFlow } from './resolve-flow.ts';
import { singleCidr } from './single-cidr.ts';
import { stationAt } from './station-at.ts';
import { subnetById } from './subnet-by-id.ts';

const vpcsByLoadBalancer = oncePer((all: readonly LoadBalancer[]) => new Map(all.map((one) => [one.arn, one.vpcId])));

/**
 * The connection from a vantage point to an endpoint. It starts at the node's address where that is known, else
 * anywhere in the subnet, and wears the vantage point's groups; with client addresses preserved that still holds for
 * health checks and for our own probes. What is not in the load balancer's VPC is looked for where the routes lead, as in
 * a peered one. Null where an address on either side, or one of the same family, is not known.
 */
export function flowTo(inventory: Inventory, vantagePoint: VantagePoint, endpoint: Endpoint): Flow | null {
  if (endpoint.address === null) return null;
  const subnet = subnetOf(inventory, vantagePoint);
  const vpcId = vpcsByLoadBalancer(inventory.loadBalancers).get(endpoint.loadBalancer ?? '') ?? subnet?.vpcId ?? null;
  const destination = stationAt(inventory, endpoint.address, vpcId);
  if (destination === null) return null;
  const source = sourceFor(inventory, vantagePoint, subnet, locate(inventory, destination)?.range.family);
  if (source === null) return null;
  const sourcePorts = vantagePoint.identity === 'local' ? LINUX_EPHEMERAL : EPHEMERAL;
  const { protocol, port } = endpoint;
  return resolveFlow(inventory, { source, destination, protocol, port, sourcePorts });
}

function subnetOf({ subnets }: Inventory, { subnetId }: VantagePoint): Subnet | undefined {
  return subnets.known && subnetId !== null ? subnetById(subnets.value).get(subnetId) : undefined;
}

type Family = Cidr['family'];
type Sources = Map<Family | undefined, Station | null>;

const sourcesIn = oncePer((_inventory: Inventory) => oncePer((_place: VantagePoint): Sources => new Map()));

/** Where a vantage point's connections of one address family start, looked up once for each. */
function sourceFor(
  inventory: Inventory,
  place: VantagePoint,
  subnet: Subnet | undefined,
  family: Family | undefined,
): Station | null {
  const sources = sourcesIn(inventory)(place);
  const kept = sources.get(family);
  if (kept !== undefined) return kept;
  const source = sourceOf(inventory, place, subnet, family);
  sources.set(family, source);
  return source;
}

/** A vantage point's groups are its own word; one outside every subnet wears none of ours. */
function sourceOf(
  inventory: Inventory,
  { addresses, subnetId, securityGroups }: VantagePoint,
  subnet: Subnet | undefined,
  family: Family | undefined,
): Station | null {
  const groups = subnetId === null ? null : securityGroups;
  const isIpv6 = family === 6;
  const address = addresses.find((one) => isAlike(parseAddress(one), isIpv6));
  if (address !== undefined) {
    const interfaceId = stationAt(inventory, address, subnet?.vpcId ?? null)?.interfaceId ?? null;
    return { cidr: singleCidr(address), subnetId, interfaceId, securityGroups: groups };
  }
  const range = isIpv6 ? subnet?.ipv6Cidrs[0] : subnet?.cidr;
  return range ? { cidr: range, subnetId, interfaceId: null, securityGroups: groups } : null;
}

function isAlike(address: Address | null, isIpv6: boolean): boolean {
  return address !== null && (address.family === 6) === isIpv6;
}
