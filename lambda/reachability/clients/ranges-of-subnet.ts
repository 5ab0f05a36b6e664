import type { Inventory } from '../../model/inventory.ts';
import { readSpan, type Span } from '../read-span.ts';
import { subnetById } from '../subnet-by-id.ts';

/** The ranges of a subnet; none where it was not read. */
export function rangesOfSubnet({ subnets }: Inventory, subnetId: string | null): readonly Span[] {
  const subnet = subnets.known ? subnetById(subnets.value).get(subnetId ?? '') : undefined;
  if (subnet === undefined) return [];
  return [subnet.cidr, ...subnet.ipv6Cidrs].map(readSpan).filter((span) => span !== null);
}
