import type { Fact } from '../model/fact.ts';
import type { Inventory } from '../model/inventory.ts';
import type { AwsClients } from './aws-clients.ts';
import { idsToAskFor } from './ids-to-ask-for.ts';
import { leadingTo } from './leading-to.ts';
import { readPages } from './read-pages.ts';
import { readPeerings } from './read-peerings.ts';
import { type OfTransitGateways, readTransitGateways } from './read-transit-gateways.ts';
import type { Surroundings } from './surroundings.ts';
import { vpcPeerings } from './vpc-peerings.ts';
import type { Ways } from './ways-of.ts';

/** What ties VPCs together. */
export type Beyond = Pick<Inventory, 'peerings'> & OfTransitGateways;

/**
 * The peerings and transit gateways that ways lead through: one call of peerings by their ids, and none where there is no
 * such way. Of VPCs that are read whole, every peering.
 */
export async function readBeyond(
  clients: AwsClients,
  ways: Fact<Ways>,
  { whole, vpcIds }: Pick<Surroundings, 'whole' | 'vpcIds'>,
): Promise<Beyond> {
  const [peerings, transit] = await Promise.all([
    whole ? readPeerings(clients, vpcIds) : readNamedPeerings(clients, ways),
    readTransit(clients, ways),
  ]);
  return { peerings, ...transit };
}

async function readNamedPeerings(clients: AwsClients, ways: Fact<Ways>): Promise<Inventory['peerings']> {
  const ids = idsToAskFor('VPC peerings', leadingTo(ways, 'pcx-'));
  return ids.known ? readPages(vpcPeerings, clients, ids.value) : ids;
}

async function readTransit(clients: AwsClients, ways: Fact<Ways>): Promise<OfTransitGateways> {
  const ids = idsToAskFor('transit gateways', leadingTo(ways, 'tgw-'));
  if (ids.known) return readTransitGateways(clients, ids.value);
  return { transitGateways: ids, transitGatewayAttachments: ids, transitGatewayRouteTables: ids };
}
