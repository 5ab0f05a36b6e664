import { parseCidr } from '../model/address.ts';
import type { Hop, HopKind, Station } from '../model/flow.ts';
import { isPrivate } from '../reachability/is-private.ts';

const TO_THE_INTERNET: readonly HopKind[] = ['nat-gateway', 'internet-gateway'];
const GATEWAYS: readonly HopKind[] = [
  ...TO_THE_INTERNET,
  ...(['peering', 'transit-gateway', 'transit-gateway-route', 'vpc-endpoint'] as const),
];

/**
 * What stands for the station of the route besides the routes themselves, as a list of one or none: the gateway that a
 * route leads packets for `to` to, and that does not carry them, or may not. A private address that comes to a gateway of
 * the internet lacks a route in the table that led there: it took the default route for want of a better one.
 */
export function strayHops(half: readonly Hop[], to: Station): readonly Hop[] {
  const gateway = half.find(({ kind, decision }) => GATEWAYS.includes(kind) && decision !== 'allow');
  if (gateway === undefined) return [];
  const range = parseCidr(to.cidr);
  const isLost = gateway.decision === 'deny' && TO_THE_INTERNET.includes(gateway.kind);
  if (!isLost || range === null || !isPrivate(range)) return [gateway];
  // A NAT gateway's own table leads to the internet, as it should.
  const led = half.slice(
    0,
    half.findIndex(({ kind }) => TO_THE_INTERNET.includes(kind)),
  );
  const table = led.findLast(({ kind }) => kind === 'route');
  if (table === undefined) return [gateway];
  const { line: _line, ...route } = table;
  return [{ ...route, decision: 'deny', why: `${table.why}, and ${gateway.why}` }];
}
