import type { Hop, HopKind } from '../model/flow.ts';

/** What denies at a hop, whatever the addresses: `egress rule 90 of acl-1`, `the ingress rules of sg-1 or sg-2`. */
export function denierInWords({ kind, line, resource, resources = [resource] }: Hop): string {
  const owner = resources.join(' or ');
  return line === undefined ? `the ${RULES[kind]}s of ${owner}` : `${RULES[kind]} ${line} of ${owner}`;
}

const RULES: Readonly<Record<HopKind, string>> = {
  'security-group-egress': 'egress rule',
  'network-acl-egress': 'egress rule',
  route: 'route',
  'network-acl-ingress': 'ingress rule',
  'security-group-ingress': 'ingress rule',
};
