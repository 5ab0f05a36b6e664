import type { SecurityGroupRule } from '../../../lambda/model/inventory.ts';

/** A rule's protocol and ports as AWS returns them; `ports` is null where the protocol has none. */
export type RulePorts = {
  readonly protocol: string;
  readonly ports: { readonly from: number; readonly to: number } | null;
};

const NAMES: Readonly<Record<string, string>> = { '6': 'tcp', '17': 'udp', '1': 'icmp', '58': 'icmpv6' };

/** AWS turns the numbers of tcp, udp, icmp and icmpv6 into names, and writes all ports of tcp and udp as 0–65535, all of ICMP as -1. */
export function rulePorts(rule: Pick<SecurityGroupRule, 'protocol' | 'fromPort' | 'toPort'>): RulePorts {
  const protocol = NAMES[rule.protocol] ?? rule.protocol;
  const { fromPort, toPort } = rule;
  if (protocol === 'tcp' || protocol === 'udp')
    return { protocol, ports: { from: fromPort ?? 0, to: toPort ?? 65_535 } };
  if (protocol.startsWith('icmp')) return { protocol, ports: { from: fromPort ?? -1, to: toPort ?? -1 } };
  return { protocol, ports: null };
}
