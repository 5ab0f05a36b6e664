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
  const read = new Map<string, GroupRules>();
  const spans: Spans = new Map();
  const get = (groupId: string) => {
    const kept = read.get(groupId);
    const own = byGroup.get(groupId);
    if (kept !== undefined || own === undefined) return kept;
    const rulesOfGroup = readOf(own, spans);
    read.set(groupId, rulesOfGroup);
    return rulesOfGroup;
  };
  return { get, has: (groupId) => byGroup.has(groupId) };
});

/** Ranges by their text: the rules of a fleet speak of the same few again and again. */
type Spans = Map<string, Span | null>;

function readOf(own: readonly SecurityGroupRule[], spans: Spans): GroupRules {
  const sorted = own.map((rule) => readRule(rule, spans)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ingress: sorted.filter((rule) => !rule.egress), egress: sorted.filter((rule) => rule.egress) };
}

function readRule(rule: SecurityGroupRule, spans: Spans): GroupRule {
  return { ...rule, ports: tcpPorts(rule), range: rule.peer.kind === 'cidr' ? spanOf(rule.peer.cidr, spans) : null };
}

function spanOf(text: string, spans: Spans): Span | null {
  const kept = spans.get(text);
  if (kept !== undefined) return kept;
  const span = readSpan(text);
  spans.set(text, span);
  return span;
}
