import type { PortRange } from '../model/flow.ts';
import type { NetworkAclEntry } from '../model/inventory.ts';
import type { InventoryChange } from '../model/inventory-change.ts';
import { oncePer } from '../reachability/once-per.ts';
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
 * The least change that lets TCP through a network ACL: one entry per hole, in front of the denying one. Where too few
 * numbers are free there, room has to be made first; `changes` is then null, and the command only shows the entries: an
 * entry keeps its number, and which of them are to be made anew under others is for their owner to weigh.
 */
export function openNetworkAcl(opening: AclOpening): {
  readonly commands: readonly string[];
  readonly changes: readonly InventoryChange[] | null;
} {
  const { arn, aclId, entries, denyingLine, egress, holes } = opening;
  const free = freeRuleNumbers(entries, egress, denyingLine);
  if (free.length < holes.length) {
    const query = "--query 'NetworkAcls[].Entries'";
    return {
      commands: [awsCommand(arn, `ec2 describe-network-acls --network-acl-ids ${aclId}`, query)],
      changes: null,
    };
  }
  const added = placed(opening, free);
  return {
    commands: added.map((entry) => commandOf(arn, aclId, entry)),
    changes: added.map((entry) => ({ kind: 'add-network-acl-entry', aclId, entry })),
  };
}

/**
 * Each hole under the number of its own place. Where there are more places than numbers they are taken in turns, and two
 * fixes may ask for the same one; of one fix's holes, the second then takes the first that is left.
 */
function placed({ holes, neighbours, egress }: AclOpening, free: readonly number[]): readonly NetworkAclEntry[] {
  const places = placesOf(neighbours);
  const wanted = new Map(holes.map((hole) => [keyOf(hole), hole]));
  const strangers = [...wanted.keys()].filter((key) => !places.has(key));
  const inOrder = [...wanted]
    .map(([key, hole]) => ({ hole, place: places.get(key) ?? places.size + strangers.indexOf(key) }))
    .toSorted((a, b) => a.place - b.place);
  const taken = new Set<number | undefined>();
  return inOrder.flatMap(({ hole, place }) => {
    const own = free[place % free.length];
    const number = taken.has(own) ? free.find((one) => !taken.has(one)) : own;
    taken.add(number);
    return number === undefined ? [] : [entryOf(number, egress, hole)];
  });
}

/** The place of each hole, by its key. There are as many holes as subnets times ports, and all targets share them. */
const placesOf = oncePer((neighbours: readonly AclHole[]): ReadonlyMap<string, number> => {
  return new Map([...new Set(neighbours.map(keyOf))].map((key, place) => [key, place]));
});

function keyOf({ cidr, ports }: AclHole): string {
  return `${cidr} ${ports.from}-${ports.to}`;
}

function entryOf(ruleNumber: number, egress: boolean, { cidr, ports: { from, to } }: AclHole): NetworkAclEntry {
  return { ruleNumber, egress, protocol: '6', action: 'allow', cidr, fromPort: from, toPort: to };
}

function commandOf(
  arn: string,
  aclId: string,
  { ruleNumber, egress, protocol, cidr, fromPort, toPort }: NetworkAclEntry,
): string {
  return awsCommand(
    arn,
    'ec2 create-network-acl-entry',
    `--network-acl-id ${aclId}`,
    egress ? '--egress' : '--ingress',
    `--rule-number ${ruleNumber}`,
    `--protocol ${protocol}`,
    `--port-range From=${fromPort},To=${toPort}`,
    `${cidr.includes(':') ? '--ipv6-cidr-block' : '--cidr-block'} ${cidr}`,
    '--rule-action allow',
  );
}
