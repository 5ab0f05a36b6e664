import { crossesZones } from '../model/crosses-zones.ts';
import type { Endpoint, Purpose, VantagePoint } from '../model/endpoint.ts';
import { endpointId } from '../model/endpoint-id.ts';
import type { Inventory, LoadBalancer, TargetGroup, TargetHealth } from '../model/inventory.ts';
import { isDialled } from '../model/is-dialled.ts';
import { speaksTcp } from '../model/speaks-tcp.ts';
import { endpointsOfWatch } from './endpoints-of-watch.ts';
import { type TargetFinder, targetFinder } from './target-finder.ts';
import { vantagePointsOf } from './vantage-points-of.ts';

/** What a target group is cut with: the group, its load balancer, and the places that dial its targets. */
type Cut = {
  readonly group: TargetGroup;
  readonly loadBalancer: LoadBalancer;
  readonly vantagePoints: readonly VantagePoint[];
  readonly finder: TargetFinder;
};

/**
 * What should answer: every registered target of every group behind a load balancer of the inventory, whatever its
 * health (a draining target still has its connections), and every host that is watched without one. A health check on a port of
 * its own is an endpoint of its own.
 * Lambda targets, and groups that speak UDP, QUIC or GENEVE only, have none. A registered load balancer is one, which is not dialled.
 */
export function endpointsOf(inventory: Inventory): Endpoint[] {
  const watched = (inventory.watches ?? []).flatMap((watch) => endpointsOfWatch(inventory, watch));
  return [...endpointsOfTargets(inventory), ...watched];
}

function endpointsOfTargets(inventory: Inventory): Endpoint[] {
  if (!inventory.targetGroups.known) return [];
  const finder = targetFinder(inventory);
  const balancers = new Map(
    inventory.loadBalancers.map((one) => [
      one.arn,
      { loadBalancer: one, vantagePoints: vantagePointsOf(inventory, one) },
    ]),
  );
  return inventory.targetGroups.value.filter(speaksTcp).flatMap((group) => {
    const health = inventory.targetHealth[group.arn];
    // A target group belongs to one load balancer at most, although the answer is a list.
    const [balancer] = group.loadBalancerArns.flatMap((arn) => balancers.get(arn) ?? []);
    if (balancer === undefined || health === undefined || !health.known) return [];
    return health.value.flatMap((one) => endpointsOfTarget({ group, finder, ...balancer }, one));
  });
}

function endpointsOfTarget(cut: Cut, health: TargetHealth): Endpoint[] {
  const { group, loadBalancer, finder, vantagePoints } = cut;
  const { target } = health;
  const port = target.port ?? group.port;
  if (port === null) return [];
  const { address, addressUnknown, zone } = finder(group, target);
  const everywhere = zone === null || crossesZones(loadBalancer, group);
  const from = vantagePoints.filter((place) => everywhere || place.zone === zone).map((place) => place.id);
  const endpoint = (dialled: number, purpose: Purpose): Endpoint => ({
    id: endpointId({ targetGroup: group.arn, target: target.id, trafficPort: port, purpose, port: dialled }),
    loadBalancer: loadBalancer.arn,
    targetGroup: group.arn,
    watch: null,
    target,
    address,
    addressUnknown,
    ...(isDialled(group) ? {} : { dialled: false as const }),
    port: dialled,
    protocol: 'tcp',
    purpose,
    vantagePoints: from,
  });
  // Whatever port the checks of what is not dialled go to, their word is all that is known of it.
  const checked = isDialled(group) ? checkedPort(group, health) : null;
  const ownCheck = checked === null || checked === port ? [] : [endpoint(checked, 'health-check')];
  return [endpoint(port, 'traffic'), ...ownCheck];
}

/** The port that health checks dial, where that is a number: AWS tells it for each target, else the group's settings do. */
function checkedPort({ healthCheck }: TargetGroup, { healthCheckPort }: TargetHealth): number | null {
  if (!healthCheck.enabled) return null;
  const text = healthCheckPort ?? healthCheck.port;
  return /^\d+$/.test(text) ? Number(text) : null;
}
