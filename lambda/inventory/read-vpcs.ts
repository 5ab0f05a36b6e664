import { type Fact, known } from '../model/fact.ts';
import type { Inventory, Vpc } from '../model/inventory.ts';
import type { AwsClients } from './aws-clients.ts';
import { networkAcls } from './network-acls.ts';
import { networkInterfaces } from './network-interfaces.ts';
import { readPages } from './read-pages.ts';
import { routeTables } from './route-tables.ts';
import { securityGroups } from './security-groups.ts';
import { subnets } from './subnets.ts';
import { vpcs } from './vpcs.ts';

/** What is asked for by VPC, whatever leads there. */
export type OfVpcs = Pick<
  Inventory,
  'vpcs' | 'subnets' | 'securityGroups' | 'networkAcls' | 'routeTables' | 'networkInterfaces'
>;

/**
 * What stands in these VPCs; those that were read already are not asked for again. A call that fails leaves an unknown
 * fact. One call of each kind is in flight at a time, six in all; EC2 counts each kind on its own, 20 a second (EC2
 * developer guide, *API throttling*).
 */
export async function readVpcs(
  clients: AwsClients,
  vpcIds: readonly string[],
  read: readonly Vpc[] | null = null,
): Promise<OfVpcs> {
  const itsVpcs: Promise<Fact<readonly Vpc[]>> =
    read === null ? readPages(vpcs, clients, vpcIds) : Promise.resolve(known(read));
  const [ofThem, itsSubnets, acls, tables, groups, interfaces] = await Promise.all([
    itsVpcs,
    readPages(subnets, clients, vpcIds),
    readPages(networkAcls, clients, vpcIds),
    readPages(routeTables, clients, vpcIds),
    readPages(securityGroups, clients, vpcIds),
    readPages(networkInterfaces, clients, vpcIds),
  ]);
  return {
    vpcs: ofThem,
    subnets: itsSubnets,
    securityGroups: groups,
    networkAcls: acls,
    routeTables: tables,
    networkInterfaces: interfaces,
  };
}
