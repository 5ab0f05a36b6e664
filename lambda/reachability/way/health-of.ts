import type { Inventory, Target, TargetGroup } from '../../model/inventory.ts';
import type { TargetWay } from '../../model/way.ts';

/** What the load balancer says of a target; null where that was not read. */
export function healthOf({ targetHealth }: Inventory, { arn }: TargetGroup, target: Target): TargetWay['health'] {
  const said = targetHealth[arn];
  if (said === undefined || !said.known) return null;
  const one = said.value.find((each) => each.target.id === target.id && each.target.port === target.port);
  return one === undefined ? null : { state: one.state, reason: one.reason };
}
