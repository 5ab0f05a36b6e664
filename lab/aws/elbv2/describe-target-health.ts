import type { Target, TargetHealth } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import type { Input } from '../codecs/input.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Operation, OperationContext } from '../operation.ts';
import { absences } from './absences.ts';
import { chosenBy } from './chosen-by.ts';
import { requiredText } from './required-text.ts';
import { targetKey } from './target-key.ts';
import { targetsIn } from './targets-in.ts';

type TargetGroup = World['targetGroups'][number];

/** `DescribeTargetHealth`: all targets at once, or those asked for. What was observed goes before what is declared. */
export const describeTargetHealth: Operation = {
  action: 'elasticloadbalancing:DescribeTargetHealth',
  run: (input, context) => {
    const wanted = [requiredText(input, 'TargetGroupArn')];
    const groups = chosenBy(context.world.targetGroups, wanted, ({ arn }) => arn, absences.targetGroup);
    return {
      TargetHealthDescriptions: groups.flatMap((group) =>
        askedFor(group, healthOf(group, context), input).map((health) => treeOf(health, group)),
      ),
    };
  },
};

function healthOf(group: TargetGroup, { world, sources }: OperationContext): readonly TargetHealth[] {
  const observed = sources.health()[group.arn] ?? [];
  const seen = new Set(observed.map(({ target }) => targetKey(target, group)));
  const registered = world.registrations[group.arn] ?? [];
  return [...observed, ...registered.filter((target) => !seen.has(targetKey(target, group))).map(notYetObserved)];
}

function notYetObserved(target: Target): TargetHealth {
  const description = 'Target registration is in progress';
  return { target, healthCheckPort: null, state: 'initial', reason: 'Elb.RegistrationInProgress', description };
}

/** A target asked for that is not registered is answered as unused; one asked for without a port means the group's own. */
function askedFor(group: TargetGroup, health: readonly TargetHealth[], input: Input): readonly TargetHealth[] {
  const asked = targetsIn(input);
  if (asked.length === 0) return health;
  return asked.map(
    (target) =>
      health.find((known) => targetKey(known.target, group) === targetKey(target, group)) ?? notRegistered(target),
  );
}

function notRegistered(target: Target): TargetHealth {
  const description = 'Target is not registered to the target group';
  return { target, healthCheckPort: null, state: 'unused', reason: 'Target.NotRegistered', description };
}

function treeOf(health: TargetHealth, group: TargetGroup): TreeObject {
  const { target } = health;
  const port = target.port ?? group.port;
  return {
    Target: { Id: target.id, Port: port, AvailabilityZone: target.zone },
    HealthCheckPort: health.healthCheckPort ?? checkedPort(group, port),
    TargetHealth: { State: health.state, Reason: health.reason, Description: health.description },
  };
}

function checkedPort({ healthCheck }: TargetGroup, port: number | null): string | undefined {
  return healthCheck.port === 'traffic-port' ? port?.toString() : healthCheck.port;
}
