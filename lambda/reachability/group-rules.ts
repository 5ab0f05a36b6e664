import type { PortRange } from '../model/flow.ts';
import type { SecurityGroupRule } from '../model/inventory.ts';
import { oncePer } from './once-per.ts';
import { readSpan, type Span } from './read-span.ts';
import { tcpPorts } from './tcp-ports.ts';

/** A security group rule, read: `ports` is null where it does not speak of TCP, `range` where its peer is no range. */
export type GroupRule = SecurityGroupRule & { readonly ports: PortRange | null; readonly range: Span | null };

/** The rules of one group by direction, each in the order of their ids. */
export type GroupRules = { readonly ingress: readonly GroupRule[]; readonly egress: readonly GroupRule[] };

/** All rules by the group that they belong to. Groups without any rule are not in it. */
export type RulesByGroup = Pick<ReadonlyMap<string, GroupRules>, 'get' | 'has'>;

/** Each group is read when first asked for, as a change to be judged leaves all the others as they are. */
export const groupRules = oncePer((rules: readonly SecurityGroupRule[]): RulesByGroup => {
  const byGroup = Map.groupBy(rules, (rule) => rule.groupId);
  const get = (groupId: string) => {
    const own = byGroup.get(groupId);
    return own === undefined ? undefined : readOf(own);
  };
  return { get, has: (groupId) => byGroup.has(groupId) };
});

const readOf = oncePer((own: readonly SecurityGroupRule[]): GroupRules => {
  const sorted = own.map(readRule).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ingress: sorted.filter((rule) => !rule.egress), egress: sorted.filter((rule) => rule.egress) };
});

function readRule(rule: SecurityGroupRule): GroupRule {
  return { ...rule, ports: tcpPorts(rule), range: rule.peer.kind === 'cidr' ? readSpan(rule.peer.cidr) : null };
}
