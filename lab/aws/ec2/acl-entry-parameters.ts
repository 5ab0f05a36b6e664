/** What an entry is described by, beside its ACL. `Icmp` is not among them. */
export const aclEntryParameters: readonly string[] = [
  'RuleNumber',
  'Egress',
  'Protocol',
  'RuleAction',
  'CidrBlock',
  'Ipv6CidrBlock',
  'PortRange',
];
