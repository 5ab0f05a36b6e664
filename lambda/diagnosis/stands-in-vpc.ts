import type { Station } from '../model/flow.ts';
import type { Subnet } from '../model/inventory.ts';
import { subnetById } from '../reachability/subnet-by-id.ts';

/** Whether a station stands in a subnet of this VPC. */
export function standsInVpc({ subnetId }: Station, vpcId: string, subnets: readonly Subnet[]): boolean {
  return subnetById(subnets).get(subnetId ?? '')?.vpcId === vpcId;
}
