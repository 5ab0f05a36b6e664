import { type Fact, known } from '../model/fact.ts';
import type { Inventory, RulePeer, SecurityGroupRule } from '../model/inventory.ts';
import type { PrefixList } from '../model/network.ts';
import type { AwsClients } from './aws-clients.ts';
import { idsToAskFor, type Need } from './ids-to-ask-for.ts';
import { knownValues } from './known-values.ts';
import { readGateways } from './read-gateways.ts';
import { readGroupRelations } from './read-group-relations.ts';
import { readHosts } from './read-hosts.ts';
import { readPages } from './read-pages.ts';
import { readPrefixLists } from './read-prefix-lists.ts';
import { type Reach, readReach } from './read-reach.ts';
import { relevantRules } from './relevant-rules.ts';
import { securityGroupRules } from './security-group-rules.ts';
import type { Surroundings } from './surroundings.ts';

type Network = Omit<
  Inventory,
  'schemaVersion' | 'readAt' | 'loadBalancers' | 'targetGroups' | 'listeners' | 'rules' | 'targetHealth'
>;

/**
 * What EC2 knows of these VPCs, of those behind them that routes lead to, and of the instances. A call that fails leaves
 * an unknown fact in its place. What nothing needs is not asked for: it is an empty list where that nothing names it is
 * evident, and else unknown, `not-asked`.
 */
export async function readNetwork(clients: AwsClients, surroundings: Surroundings): Promise<Network> {
  const reach = await readReach(clients, surroundings);
  const { ofVpcs, beyond, ways, vpcIds } = reach;
  const around = { ...surroundings, vpcIds };
  const [rules, hosts, gateways] = await Promise.all([
    readPages(securityGroupRules, clients, groupIdsOf(reach, around)),
    readHosts(clients, ofVpcs, around),
    readGateways(clients, { vpcIds, ways, whole: around.whole, entered: around.callers.some(isInternetFacing) }),
  ]);
  const read = { ...ofVpcs, securityGroupRules: rules };
  const [relations, prefixLists] = await Promise.all([
    readGroupRelations(clients, read, around),
    readLists(clients, prefixListNeed(reach, rules, around)),
  ]);
  return { ...read, ...beyond, ...hosts, ...gateways, ...relations, prefixLists };
}

function isInternetFacing({ scheme }: Surroundings['callers'][number]): boolean {
  return scheme === 'internet-facing';
}

/** A group may be worn in a VPC that it is not of, and the list of groups may be forbidden: whatever is worn is asked for. */
function groupIdsOf({ ofVpcs }: Reach, { callers }: Surroundings): string[] {
  return [
    ...callers.flatMap((one) => one.securityGroups),
    ...knownValues([ofVpcs.securityGroups]).map((group) => group.id),
    ...knownValues([ofVpcs.networkInterfaces]).flatMap((one) => one.groups),
  ];
}

function prefixListNeed(
  { ways, ofVpcs }: Reach,
  rules: Fact<readonly SecurityGroupRule[]>,
  around: Surroundings,
): Fact<Need> {
  if (!ways.known) return ways;
  if (!rules.known) return rules;
  const relevant = relevantRules(rules.value, knownValues([ofVpcs.networkInterfaces]), around);
  const { needed, named } = ways.value.prefixLists;
  return known({
    needed: [...needed, ...[...relevant, ...clientRules(rules.value, around)].flatMap(({ peer }) => listOf(peer))],
    named: [...named, ...rules.value.flatMap(({ peer }) => listOf(peer))],
  });
}

/** The rules by which load balancers admit their clients. */
function clientRules(rules: readonly SecurityGroupRule[], { callers }: Surroundings) {
  const own = new Set(callers.flatMap((one) => (one.arn === null ? [] : one.securityGroups)));
  return rules.filter((rule) => !rule.egress && own.has(rule.groupId));
}

function listOf(peer: RulePeer): readonly string[] {
  return peer.kind === 'prefix-list' ? [peer.id] : [];
}

async function readLists(clients: AwsClients, need: Fact<Need>): Promise<Fact<readonly PrefixList[]>> {
  const ids = idsToAskFor('prefix lists', need);
  if (!ids.known) return ids;
  return readPrefixLists(clients, ids.value, need.known ? need.value.needed : []);
}
