import type { PortRange } from '../model/flow.ts';
import type { NetworkAclEntry } from '../model/inventory.ts';
import type { InventoryChange } from '../model/inventory-change.ts';
import { awsCommand } from './aws-command.ts';
import { freeRuleNumbers } from './free-rule-numbers.ts';

/** What is to pass: TCP to or from these ranges and ports, before the line that denies it. `arn` tells the Region. */
export type AclOpening = {
  readonly arn: string;
  readonly aclId: string;
  readonly entries: readonly NetworkAclEntry[];
  /** A rule number as text, or `*`. */
  readonly denyingLine: string;
  readonly egress: boolean;
  readonly cidrs: readonly string[];
  /**
   * All ranges that may ever be opened here, in a fixed order. Each has its own place among the free numbers, so that
   * fixes for two load balancers behind the same line do not ask for the same number.
   */
  readonly neighbours: readonly string[];
  readonly ports: PortRange;
};

/**
 * The least change that lets TCP through a network ACL: one entry per range, in front of the denying one. Where no
 * number is free there, the denying entry itself is to be replaced; `changes` is then null, since what else it denied
 * is for its owner to weigh.
 */
export function openNetworkAcl({ arn, aclId, entries, denyingLine, egress, cidrs, neighbours, ports }: AclOpening): {
  readonly commands: readonly string[];
  readonly changes: readonly InventoryChange[] | null;
} {
  const sameWay = entries.filter((entry) => entry.egress === egress);
  const free = freeRuleNumbers(sameWay, denyingLine);
  if (free.length < cidrs.length) {
    const denying = sameWay.find(({ ruleNumber }) => String(ruleNumber) === denyingLine);
    const cidr = denying?.cidr ?? cidrs.join();
    const entry = entryOf(Number(denyingLine), egress, cidr, ports);
    return { commands: [commandOf('replace-network-acl-entry', arn, aclId, entry)], changes: null };
  }
  const order = [...new Set([...neighbours, ...cidrs])];
  const ranked = order.length <= free.length ? order : cidrs;
  const added = ranked.flatMap((cidr, index) =>
    cidrs.includes(cidr) ? free.slice(index, index + 1).map((number) => entryOf(number, egress, cidr, ports)) : [],
  );
  return {
    commands: added.map((entry) => commandOf('create-network-acl-entry', arn, aclId, entry)),
    changes: added.map((entry) => ({ kind: 'add-network-acl-entry', aclId, entry })),
  };
}

function entryOf(ruleNumber: number, egress: boolean, cidr: string, { from, to }: PortRange): NetworkAclEntry {
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
