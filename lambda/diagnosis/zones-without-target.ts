import { crossesZones } from '../model/crosses-zones.ts';
import type { Endpoint } from '../model/endpoint.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type {
  Instance,
  Inventory,
  LoadBalancer,
  NetworkInterface,
  Target,
  TargetGroup,
  TargetHealth,
} from '../model/inventory.ts';
import { oncePer } from '../reachability/once-per.ts';
import { targetZone } from './target-zone.ts';

/** What one group's zones are judged on. */
type Behind = { readonly loadBalancer: LoadBalancer; readonly targetGroup: TargetGroup };

const NONE: Fact<readonly string[]> = known([]);

/**
 * The enabled zones of a load balancer in which a group has no target and clients come all the same, while nodes send to
 * their own zone only. The DNS gives out the addresses of zones in which every group has a healthy target, and all
 * addresses only where there is no such zone
 * (https://repost.aws/knowledge-center/elb-dns-cross-zone-balance-configuration). It is a state of the whole group and
 * told of one of its endpoints, that of the first target by id; for the others it is empty.
 */
export function zonesWithoutTarget(
  inventory: Inventory,
  { target, purpose }: Endpoint,
  { loadBalancer, targetGroup }: Behind,
): Fact<readonly string[]> {
  if (loadBalancer.type === 'application' || purpose !== 'traffic') return NONE;
  const { attributes } = targetGroup;
  if (!attributes.known) return attributes;
  if (!loadBalancer.attributes.known) return loadBalancer.attributes;
  if (crossesZones(loadBalancer, targetGroup)) return NONE;
  const health = healthOf(inventory, targetGroup);
  if (!health.known) return health;
  const { first, zones } = registered(inventory)(targetGroup.arn);
  if (first !== keyOf(target) || zones.includes(null)) return NONE;
  const enabled = loadBalancer.zones.map(({ zone }) => zone);
  const bare = enabled.filter((zone) => !zones.includes(zone));
  return bare.length === 0 ? NONE : whereClientsCome(inventory, loadBalancer, { bare, enabled });
}

/** Of zones without a target those that the DNS leads to: all, or none. */
function whereClientsCome(
  inventory: Inventory,
  loadBalancer: LoadBalancer,
  { bare, enabled }: { readonly bare: readonly string[]; readonly enabled: readonly string[] },
): Fact<readonly string[]> {
  const groups = zonalGroupsOf(inventory, loadBalancer);
  const unread = groups.map((group) => healthOf(inventory, group)).find((fact) => !fact.known);
  if (unread !== undefined && !unread.known) return unread;
  const zonesOfEach = groups.map(({ arn }) => registered(inventory)(arn).zones);
  return known(isWholeSomewhere(zonesOfEach, enabled) ? [] : bare);
}

function healthOf({ targetHealth }: Inventory, { arn }: TargetGroup): Fact<readonly TargetHealth[]> {
  return targetHealth[arn] ?? unknown('not-asked', 'nobody asked for target health');
}

function zonalGroupsOf({ targetGroups }: Inventory, loadBalancer: LoadBalancer): readonly TargetGroup[] {
  const own = targetGroups.known ? targetGroups.value : [];
  return own.filter((group) => group.loadBalancerArns.includes(loadBalancer.arn) && !crossesZones(loadBalancer, group));
}

/** Whether a zone has targets of every group. One that has none at all in these zones is another fault's. */
function isWholeSomewhere(zonesOfEach: readonly Registered['zones'][], enabled: readonly string[]): boolean {
  const used = zonesOfEach.filter((zones) => zones.includes(null) || enabled.some((zone) => zones.includes(zone)));
  return enabled.some((zone) => used.every((zones) => zones.includes(zone) || zones.includes(null)));
}

type Registered = { readonly first: string; readonly zones: readonly (string | null)[] };

/** By target group ARN: the first of its targets by id, and the zones of all of them that are not leaving. */
const registered = oncePer((inventory: Inventory) => {
  const found = new Map<string, Registered>();
  return (arn: string): Registered => {
    const kept = found.get(arn) ?? registeredIn(inventory, arn);
    found.set(arn, kept);
    return kept;
  };
});

function registeredIn(inventory: Inventory, arn: string): Registered {
  const lines = inventory.targetHealth[arn];
  const all = lines?.known ? lines.value : [];
  const staying = all.filter(({ state }) => state !== 'draining').map(({ target }) => target);
  return {
    first: staying.map(keyOf).toSorted()[0] ?? '',
    zones: staying.map((target) => zoneOf(inventory, target)),
  };
}

function zoneOf({ instances, networkInterfaces, subnets }: Inventory, target: Target): string | null {
  const primary = networkInterfaces.known ? primaryByInstance(networkInterfaces.value).get(target.id) : undefined;
  const instance = instances.known ? instanceById(instances.value).get(target.id) : undefined;
  const zone = targetZone(target, {
    addressHolder: known(primary ?? null),
    targetInstance: known(instance ?? null),
    subnets,
  });
  return zone.known ? zone.value : null;
}

const primaryByInstance = oncePer((all: readonly NetworkInterface[]) => {
  const attached = all.filter(({ attachment }) => attachment?.deviceIndex === 0);
  return new Map(attached.map((one) => [one.attachment?.instanceId ?? '', one]));
});

const instanceById = oncePer((all: readonly Instance[]) => new Map(all.map((one) => [one.id, one])));

function keyOf({ id, port }: Target): string {
  return `${id} ${port}`;
}
