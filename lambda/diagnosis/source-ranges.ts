import { parseCidr } from '../model/address.ts';
import type { Subnet } from '../model/inventory.ts';
import type { StationHop } from './station-facts.ts';

/**
 * The ranges of the load balancer subnets that these flows start in, of the flows' own family. Nodes come and go
 * within their subnet, so a network ACL names the subnet; a place without one is named by where the flow starts.
 */
export function sourceRanges(hops: readonly StationHop[], subnets: readonly Subnet[]): readonly string[] {
  const ranges = hops.map(({ vantagePoint, flow }) => {
    const subnet = subnets.find(({ id }) => id === vantagePoint.subnetId);
    const family = parseCidr(flow.source.cidr)?.family;
    const own = subnet === undefined ? [] : [subnet.cidr, ...subnet.ipv6Cidrs];
    return own.find((cidr) => parseCidr(cidr)?.family === family) ?? flow.source.cidr;
  });
  return [...new Set(ranges)];
}
