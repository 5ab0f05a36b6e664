import { type Fact, known, unknown } from '../model/fact.ts';
import type { Inventory } from '../model/inventory.ts';
import type { InternetGateway } from '../model/network.ts';
import type { AwsClients } from './aws-clients.ts';
import type { Call } from './call.ts';
import { egressOnlyInternetGateways } from './egress-only-internet-gateways.ts';
import { idsToAskFor } from './ids-to-ask-for.ts';
import { internetGateways } from './internet-gateways.ts';
import { joinFacts } from './join-facts.ts';
import { leadingTo } from './leading-to.ts';
import { mapFact } from './map-fact.ts';
import { natGateways } from './nat-gateways.ts';
import { readBlockPublicAccess } from './read-block-public-access.ts';
import { readPages } from './read-pages.ts';
import { vpcEndpoints } from './vpc-endpoints.ts';
import type { Ways } from './ways-of.ts';

type Gateways = Pick<Inventory, 'natGateways' | 'internetGateways' | 'vpcEndpoints' | 'blockPublicAccess'>;

/** Where and how far is read: these VPCs, whole or where ways lead. `entered`: clients come in from the internet. */
type Around = {
  readonly vpcIds: readonly string[];
  readonly ways: Fact<Ways>;
  readonly whole: boolean;
  readonly entered: boolean;
};

/**
 * What leads out of these VPCs, by VPC. Of VPCs that are read whole, all of it; else only the kinds that a way leads to.
 * Whether public access is blocked is asked only where a way leads to the internet, or clients come from there.
 */
export async function readGateways(clients: AwsClients, around: Around): Promise<Gateways> {
  const [nat, internet, endpoints, blocked] = await Promise.all([
    ofVpcs('NAT gateways', 'nat-', natGateways, clients, around),
    readInternetGateways(clients, around),
    ofVpcs('VPC endpoints', 'vpce-', vpcEndpoints, clients, around),
    readBlocked(clients, around),
  ]);
  return { natGateways: nat, internetGateways: internet, vpcEndpoints: endpoints, blockPublicAccess: blocked };
}

async function ofVpcs<Raw, Noun>(
  what: string,
  prefix: string,
  call: Call<Raw, Noun>,
  clients: AwsClients,
  { vpcIds, ways, whole }: Around,
): Promise<Fact<readonly Noun[]>> {
  if (whole) return readPages(call, clients, vpcIds);
  const ids = idsToAskFor(what, leadingTo(ways, prefix));
  if (!ids.known) return ids;
  return readPages(call, clients, ids.value.length === 0 ? [] : vpcIds);
}

async function readInternetGateways(clients: AwsClients, around: Around): Promise<Fact<readonly InternetGateway[]>> {
  const [both, egressOnly] = await Promise.all([
    ofVpcs('internet gateways', 'igw-', internetGateways, clients, {
      ...around,
      whole: around.whole || around.entered,
    }),
    readEgressOnly(clients, around),
  ]);
  return joinFacts([both, egressOnly]);
}

/** They cannot be asked for by VPC: where no route leads to any, they are spared. */
async function readEgressOnly(
  clients: AwsClients,
  { vpcIds, ways }: Around,
): Promise<Fact<readonly InternetGateway[]>> {
  const ids = idsToAskFor('egress-only internet gateways', leadingTo(ways, 'eigw-'));
  if (!ids.known) return ids;
  if (ids.value.length === 0) return known([]);
  const all = await readPages(egressOnlyInternetGateways, clients, 'all');
  return mapFact(all, (gateways) => gateways.filter((one) => one.vpcIds.some((id) => vpcIds.includes(id))));
}

async function readBlocked(clients: AwsClients, { ways, entered }: Around): Promise<Inventory['blockPublicAccess']> {
  if (entered) return readBlockPublicAccess(clients);
  const ids = idsToAskFor('internet gateways', leadingTo(ways, 'igw-', 'eigw-'));
  if (!ids.known) return ids;
  if (ids.value.length === 0) return unknown('not-asked', 'no route leads to an internet gateway');
  return readBlockPublicAccess(clients);
}
