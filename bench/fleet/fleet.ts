import { known } from '../../lambda/model/fact.ts';
import type { Inventory } from '../../lambda/model/inventory.ts';
import { unreadInventory } from '../../lambda/model/unread-inventory.ts';
import { type FleetBalancer, fleetBalancer } from './fleet-balancer.ts';
import { fleetNetwork } from './fleet-network.ts';
import { fleetRules } from './fleet-rules.ts';
import { fleetService } from './fleet-service.ts';

/** How large a fleet is. `blocked`: services, from the first on, whose groups do not admit their load balancer. */
export type FleetSize = {
  readonly loadBalancers: number;
  readonly servicesEach: number;
  readonly targetsEach: number;
  readonly groupsEach: number;
  readonly rulesEach: number;
  readonly blocked: number;
};

/**
 * The inventory of a fleet in one VPC: Application Load Balancers in three zones, and behind each of them services whose
 * machines wear groups of their own. The rule that admits the load balancer is the last one to be tried.
 */
export function fleet(size: FleetSize): Inventory {
  const balancers = Array.from({ length: size.loadBalancers }, (_, number) => fleetBalancer(number));
  const services = balancers.flatMap((balancer, index) =>
    Array.from({ length: size.servicesEach }, (_, place) => service(balancer, index * size.servicesEach + place, size)),
  );
  const health = services.map(({ targetGroup, targetHealth }) => [targetGroup.arn, known(targetHealth)] as const);
  const members = [...balancers.map(({ securityGroup }) => securityGroup), ...services.flatMap(groupsOf)];
  return {
    ...unreadInventory('2026-03-01T12:00:00Z'),
    ...fleetNetwork(),
    loadBalancers: balancers.map(({ loadBalancer }) => loadBalancer),
    targetGroups: known(services.map(({ targetGroup }) => targetGroup)),
    targetHealth: Object.fromEntries(health),
    securityGroups: known(members),
    securityGroupRules: known([...balancers, ...services].flatMap(({ securityGroupRules }) => securityGroupRules)),
    networkInterfaces: known([...balancers, ...services].flatMap(({ networkInterfaces }) => networkInterfaces)),
    instances: known(services.flatMap(({ instances }) => instances)),
  };
}

function service({ loadBalancer, securityGroup }: FleetBalancer, number: number, size: FleetSize) {
  const healthy = number >= size.blocked;
  const own = fleetService({ number, loadBalancer, targets: size.targetsEach, groups: size.groupsEach, healthy });
  const admits = healthy ? securityGroup.id : null;
  return { ...own, securityGroupRules: fleetRules(own.securityGroups, { each: size.rulesEach, admits }) };
}

function groupsOf({ securityGroups }: ReturnType<typeof service>) {
  return securityGroups;
}
