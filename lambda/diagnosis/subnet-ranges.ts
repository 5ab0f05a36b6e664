import { parseCidr } from '../model/address.ts';
import type { Station } from '../model/flow.ts';
import type { Subnet } from '../model/inventory.ts';

/**
 * The ranges of the subnets that these stations stand in, of the stations' own family. Nodes and targets come and go
 * within their subnet, so a network ACL or a route names the subnet; a station without one is named by its own address.
 */
export function subnetRanges(stations: readonly Station[], subnets: readonly Subnet[]): readonly string[] {
  const ranges = stations.map(({ cidr, subnetId }) => {
    const subnet = subnets.find(({ id }) => id === subnetId);
    const family = parseCidr(cidr)?.family;
    const own = subnet === undefined ? [] : [subnet.cidr, ...subnet.ipv6Cidrs];
    return own.find((range) => parseCidr(range)?.family === family) ?? cidr;
  });
  return [...new Set(ranges)];
}
