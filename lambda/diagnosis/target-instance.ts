import type { Endpoint } from '../model/endpoint.ts';
import { type Fact, known } from '../model/fact.ts';
import type { Instance, Inventory, NetworkInterface } from '../model/inventory.ts';
import { oncePer } from '../reachability/once-per.ts';

const instanceById = oncePer((all: readonly Instance[]) => new Map(all.map((one) => [one.id, one])));

/** The instance that is registered, or that stands behind a registered address; null where there is none that was read. */
export function targetInstance(
  { instances }: Inventory,
  { target }: Endpoint,
  holder: Fact<NetworkInterface | null>,
): Fact<Instance | null> {
  if (!instances.known) return instances;
  const behind = holder.known ? holder.value?.attachment?.instanceId : undefined;
  const all = instanceById(instances.value);
  return known(all.get(target.id) ?? all.get(behind ?? '') ?? null);
}
