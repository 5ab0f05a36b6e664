import type { AclTraffic } from '../model/evidence.ts';
import type { PortRange } from '../model/flow.ts';
import { EPHEMERAL } from '../reachability/ephemeral.ts';
import { oncePer } from '../reachability/once-per.ts';
import type { AclHole } from './open-network-acl.ts';

/**
 * All holes that fixes may ever want in a network ACL, in a fixed order: what load balancers dial and what is answered to
 * them, then the same of their clients. Each has its place among the free rule numbers, whoever asks for it. The same list
 * for the same traffic.
 */
export const aclPlaces = oncePer(({ ranges, dialledPorts, clients, servedPorts }: AclTraffic): readonly AclHole[] => {
  const served = [...new Set([...servedPorts, ...dialledPorts])].toSorted((a, b) => a - b);
  return [...placesFor(ranges, dialledPorts), ...placesFor(clients, served)];
});

function placesFor(cidrs: readonly string[], ports: readonly number[]): readonly AclHole[] {
  const requests = ports.map((port): PortRange => ({ from: port, to: port }));
  return [EPHEMERAL, ...requests].flatMap((range) => cidrs.map((cidr) => ({ cidr, ports: range })));
}
