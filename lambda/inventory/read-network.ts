import type { Inventory, NetworkInterface } from '../model/inventory.ts';
import type { AwsClients } from './aws-clients.ts';
import { instances } from './instances.ts';
import { knownValues } from './known-values.ts';
import { networkAcls } from './network-acls.ts';
import { networkInterfaces } from './network-interfaces.ts';
import { readPages } from './read-pages.ts';
import { routeTables } from './route-tables.ts';
import { securityGroupRules } from './security-group-rules.ts';
import { securityGroups } from './security-groups.ts';
import { subnets } from './subnets.ts';
import { vpcs } from './vpcs.ts';

/** Whose surroundings are read. Security groups are those known beforehand; the VPCs' own are added. */
export type Surroundings = {
  readonly vpcIds: readonly string[];
  /** What is registered, instance ids and addresses alike. */
  readonly targetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
};

type Network = Pick<
  Inventory,
  | 'vpcs'
  | 'subnets'
  | 'securityGroups'
  | 'securityGroupRules'
  | 'networkAcls'
  | 'routeTables'
  | 'networkInterfaces'
  | 'instances'
>;

/**
 * What EC2 knows of these VPCs and instances. A call that fails leaves an unknown fact in its place. One call of each kind
 * is in flight at a time, six in all; EC2 counts each kind on its own, 20 a second (EC2 developer guide, *API throttling*).
 */
export async function readNetwork(clients: AwsClients, around: Surroundings): Promise<Network> {
  const inVpcs = around.vpcIds;
  const [itsVpcs, itsSubnets, acls, tables, groups, interfaces] = await Promise.all([
    readPages(vpcs, clients, inVpcs),
    readPages(subnets, clients, inVpcs),
    readPages(networkAcls, clients, inVpcs),
    readPages(routeTables, clients, inVpcs),
    readPages(securityGroups, clients, inVpcs),
    readPages(networkInterfaces, clients, inVpcs),
  ]);
  // A group may be worn in a VPC that it is not of, and the list of groups may be forbidden: whatever is worn is asked for.
  const groupIds = [
    ...around.securityGroupIds,
    ...knownValues([groups]).map((group) => group.id),
    ...knownValues([interfaces]).flatMap((one) => one.groups),
  ];
  const [rules, itsInstances] = await Promise.all([
    readPages(securityGroupRules, clients, groupIds),
    readPages(instances, clients, instanceIdsOf(around.targetIds, knownValues([interfaces]))),
  ]);
  return {
    vpcs: itsVpcs,
    subnets: itsSubnets,
    securityGroups: groups,
    securityGroupRules: rules,
    networkAcls: acls,
    routeTables: tables,
    networkInterfaces: interfaces,
    instances: itsInstances,
  };
}

/** The registered instances, and those behind registered addresses. */
function instanceIdsOf(targetIds: readonly string[], interfaces: readonly NetworkInterface[]): string[] {
  const targets = new Set(targetIds);
  const behind = interfaces.filter((one) => one.addresses.some(({ address }) => targets.has(address)));
  const instanceIds = targetIds.filter((id) => id.startsWith('i-'));
  return [...instanceIds, ...behind.flatMap(({ attachment }) => attachment?.instanceId ?? [])];
}
