import type { PortRange } from '../model/flow.ts';
import type { NetworkAclEntry } from '../model/inventory.ts';
import type { InventoryChange } from '../model/inventory-change.ts';
import { awsCommand } from './aws-command.ts';
import { freeRuleNumbers } from './free-rule-numbers.ts';

/** TCP to or from a range, on these ports. */
export type AclHole = { readonly cidr: string; readonly ports: PortRange };

/** What is to pass before the line that denies it. `arn` tells the Region. */
export type AclOpening = {
  readonly arn: string;
  readonly aclId: string;
  readonly entries: readonly NetworkAclEntry[];
  /** A rule number as text, or `*`. */
  readonly denyingLine: string;
  readonly egress: boolean;
  /** At least one. */
  readonly holes: readonly AclHole[];
  /**
   * All that may ever be opened here, in a fixed order. Each has its own place among the free numbers, so that fixes for
   * two targets behind the same line do not ask for the same number.
   */
  readonly neighbours: readonly AclHole[];
};

/**
 * The least change that lets TCP through a network ACL: one entry per hole, in front of the denying one. Where no
 * number is free there, the denying entry itself is to be replaced; `changes` is then null, since what else it denied
 * is for its owner to weigh.
 */
export function openNetworkAcl(opening: AclOpening): {
  readonly commands: readonly string[];
  readonly changes: readonly InventoryChange[] | null;
} {
  const { arn, aclId, entries, denyingLine, egress, holes } = opening;
  const sameWay = entries.filter((entry) => entry.egress === egress);
  const free = freeRuleNumbers(sameWay, denyingLine);
  if (free.length < holes.length) {
    const denying = sameWay.find(({ ruleNumber }) => String(ruleNumber) === denyingLine);
    const replacing = holes.slice(0, 1).map(({ cidr, ports }) => ({ cidr: denying?.cidr ?? cidr, ports }));
    const replaced = replacing.map((hole) => entryOf(Number(denyingLine), egress, hole));
    return {
      commands: replaced.map((entry) => commandOf('replace-network-acl-entry', arn, aclId, entry)),
      changes: null,
    };
  }
  const added = placed(opening, free);
  return {
    commands: added.map((entry) => commandOf('create-network-acl-entry', arn, aclId, entry)),
    changes: added.map((entry) => ({ kind: 'add-network-acl-entry', aclId, entry })),
  };
}

/**
 * Each hole under the number of its own place. Where there are more places than numbers they are taken in turns, and two
 * fixes may ask for the same one; of one fix's holes, the second then takes the first that is left.
 */
function placed({ holes, neighbours, egress }: AclOpening, free: readonly number[]): readonly NetworkAclEntry[] {
  const wanted = new Map(holes.map((hole) => [keyOf(hole), hole]));
  const order = [...new Set([...neighbours, ...holes].map(keyOf))];
  const left = [...free];
  return order.flatMap((key, index) => {
    const hole = wanted.get(key);
    if (hole === undefined) return [];
    const own = free[index % free.length];
    const at = Math.max(0, left.indexOf(own ?? 0));
    return left.splice(at, 1).map((number) => entryOf(number, egress, hole));
  });
}

function keyOf({ cidr, ports }: AclHole): string {
  return `${cidr} ${ports.from}-${ports.to}`;
}

function entryOf(ruleNumber: number, egress: boolean, { cidr, ports: { from, to } }: AclHole): NetworkAclEntry {
  return { ruleNumber, egress, protocol: '6', action: 'allow', cidr, fromPort: from, toPort: to };
}

function commandOf(
  verb: string,
  arn: string,
  aclId: string,
  { ruleNumber, egress, protocol, cidr, fromPort, toPort }: NetworkAclEntry,
): string {
  return awsCommand(
    arn,
    `ec2 ${verb}`,
    `--network-acl-id ${aclId}`,
    egress ? '--egress' : '--ingress',
    `--rule-number ${ruleNumber}`,
    `--protocol ${protocol}`,
    `--port-range From=${fromPort},To=${toPort}`,
    `${cidr.includes(':') ? '--ipv6-cidr-block' : '--cidr-block'} ${cidr}`,
    '--rule-action allow',
  );
}
