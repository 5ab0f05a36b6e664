import type { NetworkAcl, RouteTable, Subnet } from '../model/inventory.ts';

/** What tells subnets apart by how packets fare in them. */
export type SubnetWays = {
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  readonly networkAcls: readonly NetworkAcl[];
};

/**
 * The only subnet of a zone in which packets fare as they do in these subnets: of the same VPC, with the same route table
 * and network ACL. Null where the given differ among themselves, or the zone has none or several such subnets.
 */
export function likeSubnets(ids: readonly string[], zone: string, ways: SubnetWays): Subnet | null {
  const present = ways.subnets.filter(({ id }) => ids.includes(id));
  const kinds = new Set(present.map((one) => kindOf(one, ways)));
  if (kinds.size !== 1) return null;
  const [alike, ...others] = ways.subnets.filter((one) => one.zone === zone && kinds.has(kindOf(one, ways)));
  return others.length > 0 ? null : (alike ?? null);
}

/** A subnet that is associated with none has its VPC's main route table and default ACL. */
function kindOf({ id, vpcId }: Subnet, { routeTables, networkAcls }: SubnetWays): string {
  const table = routeTables.find((one) => one.subnetIds.includes(id))?.id ?? 'main';
  const acl = networkAcls.find((one) => one.subnetIds.includes(id) && !one.isDefault)?.id ?? 'default';
  return `${vpcId} ${table} ${acl}`;
}
