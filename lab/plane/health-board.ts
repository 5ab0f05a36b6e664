import type { Target, TargetGroup, TargetHealth } from '../../lambda/model/inventory.ts';
import type { CheckedMessage } from '../processes/messages.ts';
import type { World } from '../world/world.ts';
import { drains } from './drains.ts';
import { idleTarget } from './idle-target.ts';

type Tally = {
  readonly state: 'initial' | 'healthy' | 'unhealthy';
  readonly passes: number;
  readonly failures: number;
  readonly failure: CheckedMessage | null;
};

/** What the load balancers' nodes have seen of their targets so far, counted as AWS counts. */
export type HealthBoard = {
  readonly record: (node: string, checked: CheckedMessage) => void;
  /** By target group ARN. */
  readonly health: () => Readonly<Record<string, readonly TargetHealth[]>>;
};

const UNSEEN: Tally = { state: 'initial', passes: 0, failures: 0, failure: null };

/**
 * Counts check results into target health. One pass makes a new target healthy; after that the thresholds of the
 * target group decide. A target that any node finds unhealthy is reported unhealthy.
 * Source: Elastic Load Balancing, "Health checks for Application Load Balancer target groups".
 */
export function healthBoard(world: () => World): HealthBoard {
  const draining = drains();
  const tallies = new Map<string, Map<string, Tally>>();
  return {
    record(node, checked) {
      const group = world().targetGroups.find((one) => checked.key.startsWith(`${one.arn} `));
      if (group === undefined) return;
      const nodes = tallies.get(checked.key) ?? new Map<string, Tally>();
      nodes.set(node, counted(nodes.get(node) ?? UNSEEN, checked, group));
      tallies.set(checked.key, nodes);
    },
    health() {
      const now = world();
      const groups = now.targetGroups.map((group) => {
        const lines = (now.registrations[group.arn] ?? []).map((target) => {
          const nodes = [...(tallies.get(checkKey(group.arn, target))?.values() ?? [])];
          return idleTarget(now, group, target) ?? lineOf(target, nodes, group, tellsReasons(now, group));
        });
        return [group.arn, [...lines, ...draining(now, group)]] as const;
      });
      return Object.fromEntries(groups);
    },
  };
}

/** The key under which a node reports on a target. */
export function checkKey(targetGroupArn: string, target: Target): string {
  return `${targetGroupArn} ${target.id} ${target.port}`;
}

function counted(before: Tally, checked: CheckedMessage, group: Omit<TargetGroup, 'attributes'>): Tally {
  const { state } = before;
  if (checked.reason === null) {
    const passes = before.passes + 1;
    const enough = state === 'initial' ? 1 : group.healthCheck.healthyThreshold;
    return { state: passes >= enough ? 'healthy' : state, passes, failures: 0, failure: before.failure };
  }
  const failures = before.failures + 1;
  const fallen = failures >= group.healthCheck.unhealthyThreshold;
  return { state: fallen ? 'unhealthy' : state, passes: 0, failures, failure: checked };
}

/** A Network Load Balancer tells no failure from another. */
function tellsReasons(world: World, group: Pick<TargetGroup, 'loadBalancerArns'>): boolean {
  return !world.loadBalancers.some((one) => one.type === 'network' && group.loadBalancerArns.includes(one.arn));
}

function lineOf(
  target: Target,
  nodes: readonly Tally[],
  group: Omit<TargetGroup, 'attributes'>,
  reasons: boolean,
): TargetHealth {
  const { port } = group.healthCheck;
  const base = { target, healthCheckPort: port === 'traffic-port' ? String(target.port ?? group.port) : port };
  const ill = nodes.find((node) => node.state === 'unhealthy')?.failure;
  if (ill) {
    const reason = reasons ? ill.reason : 'Target.FailedHealthChecks';
    return { ...base, state: 'unhealthy', reason, description: reasons ? ill.description : 'Health checks failed' };
  }
  if (nodes.length > 0 && nodes.every((node) => node.state === 'healthy')) {
    return { ...base, state: 'healthy', reason: null, description: null };
  }
  const description = 'Initial health checks in progress';
  return { ...base, state: 'initial', reason: 'Elb.InitialHealthChecking', description };
}
