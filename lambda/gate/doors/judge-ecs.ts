import type { Table } from '../../memory/table.ts';
import type { GateGround } from '../gate-ground.ts';
import { finishGate } from '../kept/finish-gate.ts';
import { firstBaseline } from '../kept/first-baseline.ts';
import { keepState } from '../kept/keep-state.ts';
import { stateOf } from '../kept/state-of.ts';
import { baselineFrom } from '../law/baseline-from.ts';
import type { GateVerdict } from '../law/gate.ts';
import { startGate } from '../law/start-gate.ts';
import { verdictOf } from '../law/verdict-of.ts';
import type { EcsHook } from './ecs-hook.ts';
import { isRollback } from './is-rollback.ts';
import { memoryBefore } from './memory-before.ts';

/** A verdict for ECS, which needs no findings. */
export type EcsVerdict = Pick<GateVerdict, 'verdict' | 'reason'>;

/** Stages at which nothing of the new revision runs: what is seen there stood before. */
const BEFORE = ['RECONCILE_SERVICE', 'PRE_SCALE_UP'];

/**
 * Looks once for a hook of ECS's and says how things are. At the stages before the new tasks run it only keeps the baseline;
 * a rollback is never hindered. Without a baseline nothing counts as having stood before. `gateId` names the gate that is kept
 * from call to call. Rejects for what is no verdict.
 */
export async function judgeEcs(ground: GateGround, hook: EcsHook, gateId: string): Promise<EcsVerdict> {
  const { now } = ground;
  if (isRollback(hook)) return { verdict: 'passed', reason: 'ECS is rolling back, which nobody must hinder.' };
  if (ground.table === null) throw new Error('the gate has no table to keep what it saw in');
  if (BEFORE.includes(hook.lifecycleStage)) return keepBefore(ground, ground.table, hook);
  const { table } = ground;
  const stands = await finishGate(table, gateId, null);
  if (stands !== null) return stands;

  const state = (await stateOf(table, gateId)) ?? startGate(now().toISOString());
  const nothing = { at: state.startedAt, targets: [], stood: [] };
  const baseline = (await firstBaseline(table, deploymentOf(hook), async () => null)) ?? nothing;
  const { stable = ground.rules.stable, timeoutSeconds = ground.rules.timeoutSeconds } = hook.hookDetails;
  const seen = await (await lookerFor(ground, hook))();
  const judged = verdictOf({ rules: { stable, timeoutSeconds }, baseline, state }, seen);
  const { verdict, reason } = judged.verdict;
  await keepState(table, gateId, judged.state);
  if (verdict === 'waiting') return { verdict, reason };
  return (await finishGate(table, gateId, { verdict, reason })) ?? { verdict, reason };
}

/** The deployment must not fail for a baseline that could not be had: without one, later stages are only stricter. */
async function keepBefore(ground: GateGround, table: Table, hook: EcsHook): Promise<EcsVerdict> {
  const kept = await firstBaseline(table, deploymentOf(hook), async () => {
    const seen = await (await lookerFor(ground, hook))();
    return 'report' in seen ? baselineFrom(seen.report) : null;
  });
  const reason =
    kept === null ? 'No baseline could be taken: later, nothing will count as old.' : 'The baseline is kept.';
  return { verdict: 'passed', reason };
}

/** The service deployment, which all of its hooks share. */
function deploymentOf({ resourceArn }: EcsHook): string {
  return `ecs/${resourceArn}`;
}

async function lookerFor(ground: GateGround, { hookDetails }: EcsHook) {
  const { loadBalancers: names = null } = hookDetails;
  // Who names load balancers means these: the groups of the deployment may belong to others.
  const { targetGroups = names === null ? ground.targetGroups : [] } = hookDetails;
  return ground.looker({ names, wanted: { targetGroups, readmit: [] }, memory: await memoryBefore(ground) });
}
