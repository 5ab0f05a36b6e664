import type { Inventory, LoadBalancer, TargetGroup, TargetHealth } from '../../model/inventory.ts';
import { overTcp } from '../../model/over-tcp.ts';
import type { GroupWay, WayHop } from '../../model/way.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import { bestOf } from './best-of.ts';
import type { Arrival, GoOn, Ground } from './ground.ts';
import { judgeNodes } from './judge-nodes.ts';
import { judgeTarget } from './judge-target.ts';
import { preservesClient } from './preserves-client.ts';

type Forwarded = { readonly arn: string; readonly weight: number };
type Ruling = Pick<WayHop, 'decision' | 'why' | 'line'>;

/**
 * Judges a target group that a rule forwards to: whether it can receive, and the way to each registered target. One that
 * is reached is enough. What the load balancer says of a target's health decides nothing here.
 */
export function judgeGroup(ground: Ground, arrival: Arrival, { arn, weight }: Forwarded, goOn: GoOn): GroupWay {
  const { inventory } = ground;
  const group = inventory.targetGroups.known ? inventory.targetGroups.value.find((one) => one.arn === arn) : undefined;
  const ruling = group === undefined ? notRead(inventory, arn) : receives(inventory, group, weight);
  const hop: WayHop = { kind: 'target-group', resource: arn, ...ruling };
  const named = { arn, name: group?.name ?? arn, weight, hop };
  if (group === undefined || group.targetType === 'lambda') {
    return { ...named, verdict: hop.decision, targets: [], assumptions: [] };
  }
  const { preserves, assumption } = preservesClient(arrival.loadBalancer, group);
  const targets = endpointsOf(ground, arn).flatMap((endpoint) => {
    const registered = { group, endpoint, preserves };
    if (group.targetType === 'alb') return judgeNodes(ground, arrival, registered, goOn);
    return [judgeTarget(ground, arrival, registered)];
  });
  const reached = targets.length === 0 ? hop.decision : bestOf(targets.map(({ verdict }) => verdict));
  return {
    ...named,
    verdict: hop.decision === 'allow' ? reached : hop.decision,
    targets,
    assumptions: [assumption, crossZoneAssumption(arrival.loadBalancer, group)].filter((text) => text !== null),
  };
}

function notRead({ targetGroups }: Inventory, arn: string): Ruling {
  if (!targetGroups.known) return { decision: 'unknown', why: whyUnknown('target groups', targetGroups) };
  return { decision: 'unknown', why: `${arn} is not in the inventory` };
}

function receives(
  { targetHealth }: Inventory,
  { arn, name, targetType, protocol }: TargetGroup,
  weight: number,
): Ruling {
  if (weight === 0) return { decision: 'deny', line: 'weight 0', why: `${name} has weight 0 and is handed nothing` };
  if (targetType === 'lambda')
    return { decision: 'allow', why: `${name} invokes a function, which no network stands before` };
  const health = targetHealth[arn];
  if (health === undefined) return { decision: 'unknown', why: `the targets of ${name} were not asked for` };
  if (!health.known) return { decision: 'unknown', why: whyUnknown(`the targets of ${name}`, health) };
  if (health.value.length === 0) return { decision: 'deny', why: `no target is registered in ${name}` };
  if (!overTcp.includes(protocol ?? '')) {
    return { decision: 'deny', why: `${name} speaks ${protocol}, and takes no TCP connection` };
  }
  return { decision: 'allow', why: registered(name, health.value) };
}

function registered(name: string, { length }: readonly TargetHealth[]): string {
  return `${name} has ${length} registered target${length === 1 ? '' : 's'}`;
}

function endpointsOf({ endpoints }: Ground, arn: string) {
  return endpoints.filter(({ targetGroup, purpose }) => targetGroup === arn && purpose === 'traffic');
}

/** Where the attributes that decide are not known, targets in all zones are taken to be sent to. */
function crossZoneAssumption({ type, name, attributes }: LoadBalancer, group: TargetGroup): string | null {
  if (group.attributes.known && (type === 'application' || attributes.known)) return null;
  return `Nodes of ${name} send to targets of ${group.name} in every zone: the attributes that decide on cross-zone load balancing are not all known.`;
}
