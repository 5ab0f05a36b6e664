import { parseAddress } from '../model/address.ts';
import type { AclTraffic, Declarations } from '../model/evidence.ts';
import type { Inventory, LoadBalancer } from '../model/inventory.ts';
import { clientRanges } from '../reachability/clients/client-ranges.ts';
import { oncePer } from '../reachability/once-per.ts';
import { singleCidr } from '../reachability/single-cidr.ts';
import { declaredFor } from './declared-for.ts';
import { dialledPorts } from './dialled-ports.ts';

/** What fixes may have to let through network ACLs, as far as it could be read; the same for all subjects of one check. */
export function aclTraffic(inventory: Inventory, declarations: Declarations): AclTraffic {
  return trafficIn(inventory)(declarations);
}

const trafficIn = oncePer((inventory: Inventory) =>
  oncePer((declarations: Declarations): AclTraffic => {
    const { loadBalancers } = inventory;
    const declared = loadBalancers.flatMap((one) => declaredFor(one, declarations)?.ports ?? []);
    return {
      ranges: [...rangesOf(inventory), ...addressesOutside(inventory)].toSorted(),
      dialledPorts: dialledPorts(inventory),
      clients: [...new Set(loadBalancers.flatMap((one) => clientsOf(inventory, one, declarations)))].toSorted(),
      servedPorts: [...new Set([...listenerPorts(inventory), ...declared])].toSorted((a, b) => a - b),
    };
  }),
);

function rangesOf({ subnets }: Inventory): readonly string[] {
  return subnets.known ? subnets.value.flatMap(({ cidr, ipv6Cidrs }) => [cidr, ...ipv6Cidrs]) : [];
}

/** Targets that stand in no subnet of the VPC are registered for all zones (ELB API, *TargetDescription*). */
function addressesOutside({ targetHealth }: Inventory): readonly string[] {
  const targets = Object.values(targetHealth).flatMap((lines) => (lines.known ? lines.value : []));
  const ids = targets.flatMap(({ target: { id, zone } }) => (zone === 'all' && parseAddress(id) !== null ? [id] : []));
  return [...new Set(ids)].map(singleCidr);
}

function clientsOf(inventory: Inventory, one: LoadBalancer, declarations: Declarations): readonly string[] {
  const ranges = clientRanges(inventory, one, declaredFor(one, declarations));
  return ranges.known ? ranges.value.flatMap(({ admit }) => admit) : [];
}

function listenerPorts({ listeners }: Inventory): readonly number[] {
  return Object.values(listeners).flatMap((fact) => (fact.known ? fact.value.map(({ port }) => port) : []));
}
