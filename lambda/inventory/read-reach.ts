import type { Cidr } from '../model/address.ts';
import type { Fact } from '../model/fact.ts';
import type { AwsClients } from './aws-clients.ts';
import { destinationsOf } from './destinations-of.ts';
import { furtherVpcIds } from './further-vpc-ids.ts';
import { joinFacts } from './join-facts.ts';
import { leadingTo } from './leading-to.ts';
import { type Beyond, readBeyond } from './read-beyond.ts';
import { type OfVpcs, readVpcs } from './read-vpcs.ts';
import type { Surroundings } from './surroundings.ts';
import { type Ways, waysOf } from './ways-of.ts';

/** The VPCs, what ties them together, and where the routes in all of them lead. */
export type Reach = {
  readonly vpcIds: readonly string[];
  readonly ofVpcs: OfVpcs;
  readonly beyond: Beyond;
  readonly ways: Fact<Ways>;
};

/**
 * Reads the VPCs and, in one more round, those of the same account and Region to which a route really leads over a
 * peering or a transit gateway. What ties VPCs together is asked for again only where the further ones lead elsewhere.
 */
export async function readReach(clients: AwsClients, around: Surroundings): Promise<Reach> {
  const near = await readVpcs(clients, around.vpcIds, around.vpcs);
  const nearWays = waysOf(near.routeTables, endsOf(near, around));
  const beyond = await readBeyond(clients, nearWays, around);
  const further = furtherVpcIds(beyond, {
    vpcIds: around.vpcIds,
    targets: nearWays.known ? nearWays.value.targets.needed : [],
    destinations: endsOf(near, around),
  });
  if (further.length === 0) return { vpcIds: around.vpcIds, ofVpcs: near, beyond, ways: nearWays };
  const ofVpcs = joined(near, await readVpcs(clients, further));
  const vpcIds = [...around.vpcIds, ...further];
  const ways = waysOf(ofVpcs.routeTables, endsOf(ofVpcs, around));
  const tied = leadsElsewhere(nearWays, ways) ? await readBeyond(clients, ways, { ...around, vpcIds }) : beyond;
  return { vpcIds, ofVpcs, beyond: tied, ways };
}

function endsOf(ofVpcs: OfVpcs, around: Surroundings): readonly Cidr[] | 'all' {
  return around.whole ? 'all' : destinationsOf(ofVpcs, around);
}

function joined(near: OfVpcs, further: OfVpcs): OfVpcs {
  return {
    vpcs: joinFacts([near.vpcs, further.vpcs]),
    subnets: joinFacts([near.subnets, further.subnets]),
    securityGroups: joinFacts([near.securityGroups, further.securityGroups]),
    networkAcls: joinFacts([near.networkAcls, further.networkAcls]),
    routeTables: joinFacts([near.routeTables, further.routeTables]),
    networkInterfaces: joinFacts([near.networkInterfaces, further.networkInterfaces]),
  };
}

function leadsElsewhere(before: Fact<Ways>, after: Fact<Ways>): boolean {
  const asked = leadingTo(before, 'pcx-', 'tgw-');
  const wanted = leadingTo(after, 'pcx-', 'tgw-');
  if (!asked.known || !wanted.known) return false;
  return wanted.value.needed.some((id) => !asked.value.named.includes(id));
}
