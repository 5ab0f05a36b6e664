import type { SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { rulePorts } from './rule-ports.ts';

/** The older view of a group's rules: those of one protocol and port range are one permission with several sources. */
export function ipPermissions(rules: readonly SecurityGroupRule[], accountId: string): readonly TreeObject[] {
  const permissions = Map.groupBy(rules, (rule) => JSON.stringify(rulePorts(rule)));
  return [...permissions.values()].map((alike) => permissionOf(alike, accountId));
}

function permissionOf(rules: readonly SecurityGroupRule[], accountId: string): TreeObject {
  const [first] = rules;
  const shared = first === undefined ? null : rulePorts(first);
  return {
    ipProtocol: shared?.protocol,
    fromPort: shared?.ports?.from,
    toPort: shared?.ports?.to,
    groups: rules.flatMap(({ peer, description }) =>
      peer.kind === 'security-group'
        ? [{ groupId: peer.id, userId: peer.ownerId ?? accountId, vpcId: peer.vpcId, description }]
        : [],
    ),
    ipRanges: rangesOf(rules, 4).map(([cidrIp, description]) => ({ cidrIp, description })),
    ipv6Ranges: rangesOf(rules, 6).map(([cidrIpv6, description]) => ({ cidrIpv6, description })),
    prefixListIds: rules.flatMap(({ peer, description }) =>
      peer.kind === 'prefix-list' ? [{ prefixListId: peer.id, description }] : [],
    ),
  };
}

function rangesOf(rules: readonly SecurityGroupRule[], family: 4 | 6): readonly (readonly [string, string | null])[] {
  return rules.flatMap(({ peer, description }) =>
    peer.kind === 'cidr' && peer.cidr.includes(':') === (family === 6) ? [[peer.cidr, description] as const] : [],
  );
}
