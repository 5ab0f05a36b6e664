import type { NetworkAcl, NetworkAclEntry } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import type { Tree, TreeObject } from '../codecs/tree.ts';
import { derivedId } from './derived-id.ts';
import type { Noun } from './noun.ts';

/** `DescribeNetworkAcls`. The default ACL lists every subnet of its VPC that no other ACL has. */
export const networkAcls: Noun = {
  operation: 'DescribeNetworkAcls',
  resultSet: 'networkAclSet',
  id: {
    parameter: 'NetworkAclId',
    at: 'networkAclId',
    notFound: 'InvalidNetworkAclID.NotFound',
    wording: (id) => `The networkAcl ID '${id}' does not exist`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: null,
  filters: {
    'association.association-id': 'associationSet.networkAclAssociationId',
    'association.network-acl-id': 'associationSet.networkAclId',
    'association.subnet-id': 'associationSet.subnetId',
    default: 'default',
    'entry.cidr': 'entrySet.cidrBlock',
    'entry.egress': 'entrySet.egress',
    'entry.ipv6-cidr': 'entrySet.ipv6CidrBlock',
    'entry.port-range.from': 'entrySet.portRange.from',
    'entry.port-range.to': 'entrySet.portRange.to',
    'entry.protocol': 'entrySet.protocol',
    'entry.rule-action': 'entrySet.ruleAction',
    'entry.rule-number': 'entrySet.ruleNumber',
    'network-acl-id': 'networkAclId',
    'owner-id': 'ownerId',
    'vpc-id': 'vpcId',
  },
  trees: (world) => world.networkAcls.map((acl) => treeOf(acl, world)),
};

function treeOf(acl: NetworkAcl, world: World): TreeObject {
  return {
    networkAclId: acl.id,
    vpcId: acl.vpcId,
    ownerId: world.accountId,
    default: acl.isDefault,
    associationSet: subnetsOf(acl, world).map((subnetId) => ({
      networkAclAssociationId: derivedId('aclassoc', acl.id, subnetId),
      networkAclId: acl.id,
      subnetId,
    })),
    entrySet: [true, false].flatMap((egress) => entriesOf(acl, egress, world)),
    tagSet: [],
  };
}

function subnetsOf(acl: NetworkAcl, world: World): readonly string[] {
  if (!acl.isDefault) return acl.subnetIds;
  const taken = new Set(world.networkAcls.flatMap(({ subnetIds }) => subnetIds));
  const left = world.subnets.filter(({ id, vpcId }) => vpcId === acl.vpcId && !taken.has(id));
  return [...acl.subnetIds, ...left.map(({ id }) => id)];
}

/** In order of number, and last what every ACL ends with: the deny of all, and a second one where the VPC has IPv6. */
function entriesOf(acl: NetworkAcl, egress: boolean, world: World): readonly TreeObject[] {
  const declared = acl.entries.filter((entry) => entry.egress === egress);
  const ipv6 = world.vpcs.some(({ id, ipv6Cidrs }) => id === acl.vpcId && ipv6Cidrs.length > 0);
  const implicit = [denyAll(egress, 32_767, '0.0.0.0/0'), ...(ipv6 ? [denyAll(egress, 32_768, '::/0')] : [])];
  const missing = implicit.filter(({ ruleNumber }) => !declared.some((entry) => entry.ruleNumber === ruleNumber));
  return [...declared, ...missing].sort((a, b) => a.ruleNumber - b.ruleNumber).map(entryOf);
}

function denyAll(egress: boolean, ruleNumber: number, cidr: string): NetworkAclEntry {
  return { ruleNumber, egress, protocol: '-1', action: 'deny', cidr, fromPort: null, toPort: null };
}

const NUMBERS: Readonly<Record<string, string>> = { tcp: '6', udp: '17', icmp: '1', icmpv6: '58' };

function entryOf(entry: NetworkAclEntry): TreeObject {
  const protocol = NUMBERS[entry.protocol] ?? entry.protocol;
  return {
    ruleNumber: entry.ruleNumber,
    ruleAction: entry.action,
    egress: entry.egress,
    protocol,
    [entry.cidr.includes(':') ? 'ipv6CidrBlock' : 'cidrBlock']: entry.cidr,
    portRange: portRangeOf(entry, protocol),
  };
}

/** Only tcp and udp have ports, and AWS always writes them. */
function portRangeOf(entry: NetworkAclEntry, protocol: string): Tree {
  if (protocol !== '6' && protocol !== '17') return undefined;
  return { from: entry.fromPort ?? 0, to: entry.toPort ?? 65_535 };
}
