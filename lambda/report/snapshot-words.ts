import { listed } from '../diagnosis/listed.ts';
import type { Inventory } from '../model/inventory.ts';
import { counted } from './page/counted.ts';
import { unreadSection } from './page/unread-section.ts';
import { unreadOf } from './unread-of.ts';

/** What an inventory holds, counted, and below it what could not be read and why; lines for a person. */
export function snapshotWords(inventory: Inventory): readonly string[] {
  const unread = unreadOf(inventory);
  const { lines } = unreadSection({ unread });
  return [
    `  ${listed(counts(inventory))}.`,
    ...(lines.length === 0
      ? []
      : ['Could not be read, and is saved as not known:', ...lines.map((line) => `  - ${line}`)]),
  ];
}

function counts(inventory: Inventory): readonly string[] {
  const targets = Object.values(inventory.targetHealth).reduce(
    (sum, fact) => sum + (fact.known ? fact.value.length : 0),
    0,
  );
  const facts = NOUNS.flatMap(([key, noun]) => {
    const fact = inventory[key];
    return fact.known ? [counted(fact.value.length, noun)] : [];
  });
  return [counted(inventory.loadBalancers.length, 'load balancer'), counted(targets, 'registered target'), ...facts];
}

const NOUNS = [
  ['targetGroups', 'target group'],
  ['vpcs', 'VPC'],
  ['subnets', 'subnet'],
  ['securityGroups', 'security group'],
  ['securityGroupRules', 'security group rule'],
  ['networkAcls', 'network ACL'],
  ['routeTables', 'route table'],
  ['networkInterfaces', 'network interface'],
  ['instances', 'instance'],
] as const;
