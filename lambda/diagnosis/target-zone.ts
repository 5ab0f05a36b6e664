import { type Fact, known } from '../model/fact.ts';
import type { Instance, NetworkInterface, Subnet, Target } from '../model/inventory.ts';
import { subnetById } from '../reachability/subnet-by-id.ts';

/** What tells where a target stands. */
export type TargetWitnesses = {
  readonly addressHolder: Fact<NetworkInterface | null>;
  readonly targetInstance: Fact<Instance | null>;
  readonly subnets: Fact<readonly Subnet[]>;
};

/**
 * The zone of a target: as it was registered, else that of the interface or the instance behind it. Null where it was
 * registered for all zones, or nothing stands behind it.
 */
export function targetZone(target: Target, { addressHolder, ...behind }: TargetWitnesses): Fact<string | null> {
  if (target.zone !== null) return known(target.zone === 'all' ? null : target.zone);
  if (addressHolder.known && addressHolder.value !== null) return known(addressHolder.value.zone);
  const ofInstance = instanceZone(behind);
  return ofInstance.known && ofInstance.value === null && !addressHolder.known ? addressHolder : ofInstance;
}

function instanceZone({ targetInstance, subnets }: Omit<TargetWitnesses, 'addressHolder'>): Fact<string | null> {
  if (!targetInstance.known) return targetInstance;
  const subnetId = targetInstance.value?.subnetId ?? null;
  if (subnetId === null) return known(null);
  return subnets.known ? known(subnetById(subnets.value).get(subnetId)?.zone ?? null) : subnets;
}
