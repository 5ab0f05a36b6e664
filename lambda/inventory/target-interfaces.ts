import { parseAddress } from '../model/address.ts';
import type { NetworkInterface } from '../model/inventory.ts';

/**
 * The interfaces that hold what is registered or watched: one that is named itself, an instance's, an address's, or the nodes
 * of an Application Load Balancer.
 * Addresses are compared as values.
 */
export function targetInterfaces(
  targetIds: readonly string[],
  interfaces: readonly NetworkInterface[],
): readonly NetworkInterface[] {
  const targets = new Set(targetIds.map((id) => keyOf(id)));
  return interfaces.filter((one) => namesOf(one).some((name) => targets.has(keyOf(name))));
}

function namesOf({ id, addresses, ipv6Addresses, attachment, description }: NetworkInterface): readonly string[] {
  const own = addresses.flatMap(({ address, publicAddress }) => [
    address,
    ...(publicAddress === null ? [] : [publicAddress]),
  ]);
  const all = [...own, ...ipv6Addresses, description, id];
  return attachment?.instanceId ? [...all, attachment.instanceId] : all;
}

/** The nodes of `arn:…:loadbalancer/app/NAME/ID` are described as `ELB app/NAME/ID`. */
function keyOf(name: string): string {
  const address = parseAddress(name);
  if (address !== null) return `${address.family} ${address.value}`;
  return name.replace(/^arn:.+:loadbalancer\//, 'ELB ');
}
