import type { Target } from '../model/inventory.ts';

/** A target as `aws elbv2 … --targets` takes it: `Id=i-0a1,Port=8080`. */
export function targetWords({ id, port, zone }: Target): string {
  // An address outside the VPC was registered for all zones, and is only known with them.
  return `Id=${id}${port === null ? '' : `,Port=${port}`}${zone === 'all' ? ',AvailabilityZone=all' : ''}`;
}
