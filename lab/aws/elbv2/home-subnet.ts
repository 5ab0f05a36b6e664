import { contains, parseAddress, parseCidr } from '../../../lambda/model/address.ts';
import type { Subnet } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';

/** The subnet of a VPC in whose range an address lies, whether anything has the address or not. */
export function homeSubnet(address: string, vpcId: string | null, { subnets }: World): Subnet | undefined {
  // Without the check a range would be taken for its first address.
  const own = parseAddress(address) === null ? null : parseCidr(address);
  return subnets.find((subnet) => {
    const ranges = [subnet.cidr, ...subnet.ipv6Cidrs].map(parseCidr);
    return subnet.vpcId === vpcId && own !== null && ranges.some((range) => range !== null && contains(range, own));
  });
}
