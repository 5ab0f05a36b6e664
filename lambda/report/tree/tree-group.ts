import type { Inventory, TargetGroup, TargetHealth } from '../../model/inventory.ts';
import type { Report, ReportedEndpoint } from '../../model/report.ts';
import { whyUnknown } from '../../model/why-unknown.ts';
import { type State, stateOf } from '../page/state-of.ts';
import { targetName } from '../target-name.ts';
import type { TreeGroup, TreeTarget } from './tree.ts';
import { worstPath } from './worst-path.ts';

/** A target group that a rule forwards to, with each registered target and what the report says of it. */
export function treeGroup(
  { arn, weight }: { readonly arn: string; readonly weight: number },
  inventory: Inventory,
  report: Report,
): TreeGroup {
  const { targetGroups, targetHealth } = inventory;
  const group = targetGroups.known ? targetGroups.value.find((one) => one.arn === arn) : undefined;
  const health = targetHealth[arn];
  const targets = health?.known ? health.value : [];
  return {
    arn,
    name: group?.name ?? arn,
    weight,
    targetType: group?.targetType ?? null,
    healthy: targets.filter(({ state }) => state === 'healthy').length,
    registered: targets.length,
    leading: report.targetGroups.find((one) => one.arn === arn)?.diagnosis.leading?.code ?? null,
    unread: health?.known
      ? null
      : health === undefined
        ? 'its targets were not asked for'
        : whyUnknown('its targets', health),
    targets: targets.map((target) => treeTarget(target, arn, group, inventory, report)),
  };
}

function treeTarget(
  { target, state, reason }: TargetHealth,
  arn: string,
  group: TargetGroup | undefined,
  inventory: Inventory,
  report: Report,
): TreeTarget {
  const mine = report.endpoints.filter((one) => isOf(one, arn, target));
  const states = mine.map(stateOf);
  return {
    id: target.id,
    port: target.port ?? group?.port ?? null,
    name: targetName(inventory, { targetId: target.id, vpcId: group?.vpcId ?? null }),
    address: mine[0]?.address ?? null,
    health: { state, reason },
    path: worstPath(mine),
    outcome: STATES.find((one) => states.includes(one)) ?? null,
    leading: mine.find(({ diagnosis }) => diagnosis.leading !== null)?.diagnosis.leading?.code ?? null,
  };
}

/** The traffic and the health check port of one registration. */
function isOf(endpoint: ReportedEndpoint, arn: string, target: TargetHealth['target']): boolean {
  return endpoint.targetGroup === arn && endpoint.target.id === target.id && endpoint.target.port === target.port;
}

/** The worst first. */
const STATES: readonly State[] = ['faulty', 'unexplained', 'unjudged', 'idle', 'healthy'];
