import type { Hop, HopKind } from '../model/flow.ts';

/** What denies at a hop, whatever the addresses: `egress rule 90 of acl-1`, `the ingress rules of sg-1 or sg-2`, `pcx-1`. */
export function denierInWords({ kind, line, resource, resources = [resource] }: Hop): string {
  const owner = resources.join(' or ');
  const lines = LINES[kind];
  if (lines === undefined) return owner;
  return line === undefined ? `the ${lines}s of ${owner}` : `${lines} ${line} of ${owner}`;
}

/** What the lines are called, of that which has lines. */
const LINES: Readonly<Partial<Record<HopKind, string>>> = {
  'security-group-egress': 'egress rule',
  'network-acl-egress': 'egress rule',
  route: 'route',
  'transit-gateway-route': 'route',
  'network-acl-ingress': 'ingress rule',
  'security-group-ingress': 'ingress rule',
};
