import { type Fact, known } from '../model/fact.ts';
import type { Inventory, SecurityGroupRule } from '../model/inventory.ts';
import type { AwsClients } from './aws-clients.ts';
import { idsToAskFor, type Need } from './ids-to-ask-for.ts';
import { knownValues } from './known-values.ts';
import { mapFact } from './map-fact.ts';
import { readPages } from './read-pages.ts';
import { relevantRules } from './relevant-rules.ts';
import { securityGroupVpcAssociations } from './security-group-vpc-associations.ts';
import { staleSecurityGroups } from './stale-security-groups.ts';
import type { Surroundings } from './surroundings.ts';
import { targetInterfaces } from './target-interfaces.ts';

type Read = Pick<Inventory, 'securityGroups' | 'securityGroupRules' | 'networkInterfaces'>;
type Relations = Pick<Inventory, 'staleSecurityGroups' | 'securityGroupVpcAssociations'>;

/**
 * What ties groups to other VPCs than their own. Only a reference to a group of another VPC can become stale, since one
 * within the VPC keeps its group from being deleted (VPC user guide, *Delete a security group*): a VPC without any such
 * reference is not asked about. An association matters only where an interface wears a group of another VPC.
 */
export async function readGroupRelations(clients: AwsClients, read: Read, around: Surroundings): Promise<Relations> {
  const homeOf = new Map(knownValues([read.securityGroups]).map((group) => [group.id, group.vpcId]));
  const [stale, associations] = await Promise.all([
    ask(idsToAskFor('stale security groups', staleNeed(read, around, homeOf)), (ids) =>
      readPages(staleSecurityGroups, clients, ids),
    ),
    ask(idsToAskFor('associations of security groups', associationNeed(read, around, homeOf)), (ids) =>
      readPages(securityGroupVpcAssociations, clients, ids),
    ),
  ]);
  return { staleSecurityGroups: stale, securityGroupVpcAssociations: associations };
}

type Homes = ReadonlyMap<string, string>;

async function ask<T>(
  ids: Fact<readonly string[]>,
  read: (ids: readonly string[]) => Promise<Fact<readonly T[]>>,
): Promise<Fact<readonly T[]>> {
  return ids.known ? read(ids.value) : ids;
}

function staleNeed(read: Read, around: Surroundings, homeOf: Homes): Fact<Need> {
  const interfaces = knownValues([read.networkInterfaces]);
  return mapFact(read.securityGroupRules, (rules) => ({
    needed: referringVpcs(relevantRules(rules, interfaces, around), around.vpcIds, homeOf),
    named: referringVpcs(rules, around.vpcIds, homeOf),
  }));
}

/** The VPCs of groups with a rule that refers out of the VPC; of a group whose VPC is not known, every VPC may be it. */
function referringVpcs(rules: readonly SecurityGroupRule[], vpcIds: readonly string[], homeOf: Homes): string[] {
  const referring = rules.filter(({ groupId, peer }) => {
    if (peer.kind !== 'security-group') return false;
    const home = homeOf.get(groupId);
    return home === undefined || homeOf.get(peer.id) !== home;
  });
  return [...new Set(referring.flatMap(({ groupId }) => homeOf.get(groupId) ?? vpcIds))];
}

function associationNeed(read: Read, { whole, vpcIds, ...around }: Surroundings, homeOf: Homes): Fact<Need> {
  if (whole) return known({ needed: vpcIds, named: vpcIds });
  const judged = [...around.callers.flatMap((one) => one.arn ?? []), ...around.targetIds];
  return mapFact(read.networkInterfaces, (all) => {
    const strangers = all.filter((one) => one.groups.some((id) => homeOf.get(id) !== one.vpcId));
    const needed = targetInterfaces(judged, strangers);
    return { needed: needed.map((one) => one.vpcId), named: strangers.map((one) => one.vpcId) };
  });
}
