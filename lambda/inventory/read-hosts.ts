import { type Fact, unknown } from '../model/fact.ts';
import type { Instance, Inventory } from '../model/inventory.ts';
import type { InstanceStatus } from '../model/network.ts';
import type { AwsClients } from './aws-clients.ts';
import { instanceStatuses } from './instance-statuses.ts';
import { instances } from './instances.ts';
import { instancesOfVpcs } from './instances-of-vpcs.ts';
import { knownValues } from './known-values.ts';
import { readPages } from './read-pages.ts';
import type { Surroundings } from './surroundings.ts';
import { targetInterfaces } from './target-interfaces.ts';

type Hosts = Pick<Inventory, 'instances' | 'instanceStatuses'>;

/** The registered instances and those behind registered addresses, or all of the VPCs, and how AWS's checks see them. */
export async function readHosts(
  clients: AwsClients,
  { networkInterfaces }: Pick<Inventory, 'networkInterfaces'>,
  { whole, vpcIds, targetIds }: Surroundings,
): Promise<Hosts> {
  const behind = targetInterfaces(targetIds, knownValues([networkInterfaces]));
  const ids = [
    ...targetIds.filter((id) => id.startsWith('i-')),
    ...behind.flatMap(({ attachment }) => attachment?.instanceId ?? []),
  ];
  const found = await (whole ? readPages(instancesOfVpcs, clients, vpcIds) : readPages(instances, clients, ids));
  return { instances: found, instanceStatuses: await readStatuses(clients, found) };
}

/** A terminated instance has no status, and soon is none: one id that is gone would fail the whole call. */
async function readStatuses(
  clients: AwsClients,
  found: Fact<readonly Instance[]>,
): Promise<Fact<readonly InstanceStatus[]>> {
  if (!found.known) return unknown('not-asked', `which instances there are is not known: ${found.reason}`);
  const there = found.value.filter((one) => one.state !== 'terminated');
  return readPages(
    instanceStatuses,
    clients,
    there.map((one) => one.id),
  );
}
