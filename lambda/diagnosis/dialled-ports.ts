import type { Inventory, TargetGroup, TargetHealth } from '../model/inventory.ts';
import { oncePer } from '../reachability/once-per.ts';

/**
 * Every port that load balancers dial at the registered targets of an inventory, and those that are watched, ascending; of what
 * could not be read, none.
 */
export const dialledPorts = oncePer(({ targetGroups, targetHealth, watches = [] }: Inventory): readonly number[] => {
  const ports = (targetGroups.known ? targetGroups.value : []).flatMap((group) => {
    const lines = targetHealth[group.arn];
    return lines?.known ? lines.value.flatMap((line) => portsOf(group, line)) : [];
  });
  const watched = watches.map(({ to }) => to.port);
  return [...new Set([...ports, ...watched])].toSorted((a, b) => a - b);
});

function portsOf(group: TargetGroup, { target, healthCheckPort }: TargetHealth): readonly number[] {
  const checked = Number(healthCheckPort ?? group.healthCheck.port);
  return [target.port ?? group.port ?? 0, checked].filter((port) => Number.isInteger(port) && port > 0);
}
