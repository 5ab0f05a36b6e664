import type { RulePeer, SecurityGroupRule } from '../model/inventory.ts';
import type { InventoryChange } from '../model/inventory-change.ts';
import { awsCommand } from './aws-command.ts';

/** The one hole to be made: TCP on `port` between a group and some peers. `arn` tells the Region. */
export type Opening = {
  readonly arn: string;
  readonly groupId: string;
  readonly direction: 'ingress' | 'egress';
  readonly port: number;
  readonly peers: readonly RulePeer[];
};

/** The least change that lets TCP through a security group: the command, and the same as changes to the inventory. */
export function openSecurityGroup({ arn, groupId, direction, port, peers }: Opening): {
  readonly command: string;
  readonly changes: readonly InventoryChange[];
} {
  const permission = { IpProtocol: 'tcp', FromPort: port, ToPort: port, ...permissionPeers(peers) };
  const command = awsCommand(
    arn,
    `ec2 authorize-security-group-${direction}`,
    `--group-id ${groupId}`,
    `--ip-permissions '${JSON.stringify([permission])}'`,
  );
  const changes = peers.map((peer, index) => {
    const rule: SecurityGroupRule = {
      ...{ id: `proposed-${index + 1}`, groupId, egress: direction === 'egress', protocol: 'tcp' },
      ...{ fromPort: port, toPort: port, peer, description: null },
    };
    return { kind: 'add-security-group-rule', rule } as const;
  });
  return { command, changes };
}

/** AWS keeps a list for each kind of peer; an empty one is left out. */
function permissionPeers(peers: readonly RulePeer[]): Readonly<Record<string, readonly object[]>> {
  const cidrs = peers.flatMap((peer) => (peer.kind === 'cidr' ? [peer.cidr] : []));
  const lists = {
    UserIdGroupPairs: peers.flatMap((peer) => (peer.kind === 'security-group' ? [{ GroupId: peer.id }] : [])),
    IpRanges: cidrs.filter((cidr) => !cidr.includes(':')).map((CidrIp) => ({ CidrIp })),
    Ipv6Ranges: cidrs.filter((cidr) => cidr.includes(':')).map((CidrIpv6) => ({ CidrIpv6 })),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}
