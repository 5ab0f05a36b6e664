import type { WayHop } from '../../model/way.ts';

/** What kind of station a hop is, as a person would say it. */
export function hopWords(kind: WayHop['kind']): string {
  return WORDS[kind];
}

const WORDS: Readonly<Record<WayHop['kind'], string>> = {
  'security-group-egress': 'security group, outwards',
  'network-acl-egress': 'network ACL, outwards',
  route: 'route',
  peering: 'VPC peering',
  'transit-gateway': 'transit gateway',
  'transit-gateway-route': 'transit gateway route',
  'nat-gateway': 'NAT gateway',
  'internet-gateway': 'internet gateway',
  'block-public-access': 'block public access',
  'vpc-endpoint': 'VPC endpoint',
  destination: 'destination',
  'network-acl-ingress': 'network ACL, inwards',
  'security-group-ingress': 'security group, inwards',
  listener: 'listener',
  'target-group': 'target group',
};
