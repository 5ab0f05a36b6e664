import type { RulePeer } from '../../../lambda/model/inventory.ts';
import type { Input } from '../codecs/input.ts';
import { listOf } from '../codecs/list-of.ts';
import { textOf } from '../codecs/text-of.ts';
import type { AskedRule } from './asked-rules.ts';
import { canonicalCidr } from './canonical-cidr.ts';
import { requiredParameter } from './required-parameter.ts';

type AskedPeer = Pick<AskedRule, 'peer' | 'description'>;

/** The sources of one of `IpPermissions`, whether they exist or not. Groups are known by id alone, not by name. */
export function askedPeers(permission: Input): readonly AskedPeer[] {
  const peers = (list: string, peerOf: (entry: Input) => RulePeer) =>
    listOf(permission, list).map((entry) => ({
      peer: peerOf(entry),
      description: textOf(entry, 'Description') ?? null,
    }));
  return [
    ...peers('Groups', groupOf),
    ...peers('IpRanges', (entry) => ({ kind: 'cidr', cidr: canonicalCidr(requiredParameter(entry, 'CidrIp'), 4) })),
    ...peers('Ipv6Ranges', (entry) => ({ kind: 'cidr', cidr: canonicalCidr(requiredParameter(entry, 'CidrIpv6'), 6) })),
    ...peers('PrefixListIds', (entry) => ({ kind: 'prefix-list', id: requiredParameter(entry, 'PrefixListId') })),
  ];
}

function groupOf(entry: Input): RulePeer {
  return {
    kind: 'security-group',
    id: requiredParameter(entry, 'GroupId'),
    ownerId: textOf(entry, 'UserId') ?? null,
    vpcId: textOf(entry, 'VpcId') ?? null,
  };
}
