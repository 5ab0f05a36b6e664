import { type Fact, known } from '../model/fact.ts';
import type { VpcPeering } from '../model/network.ts';
import type { AwsClients } from './aws-clients.ts';
import { joinFacts } from './join-facts.ts';
import { mapFact } from './map-fact.ts';
import { readPages } from './read-pages.ts';
import { vpcPeeringsOf } from './vpc-peerings-of.ts';

/** Every peering that has one of these VPCs on either side, each once. */
export async function readPeerings(
  clients: AwsClients,
  vpcIds: readonly string[],
): Promise<Fact<readonly VpcPeering[]>> {
  const requested = await readPages(vpcPeeringsOf('requester'), clients, vpcIds);
  // Where the one was refused, so is the other.
  if (!requested.known) return requested;
  const accepted = await readPages(vpcPeeringsOf('accepter'), clients, vpcIds);
  const both = joinFacts([known(requested.value), accepted]);
  return mapFact(both, (all) => [...new Map(all.map((one) => [one.id, one])).values()]);
}
