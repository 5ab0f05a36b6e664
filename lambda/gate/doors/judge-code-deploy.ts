import type { Table } from '../../memory/table.ts';
import type { GateGround } from '../gate-ground.ts';
import { keepLooking } from '../keep-looking.ts';
import { finishGate } from '../kept/finish-gate.ts';
import { firstBaseline } from '../kept/first-baseline.ts';
import { keepState } from '../kept/keep-state.ts';
import type { KeptVerdict } from '../kept/kept-verdict.ts';
import { stateOf } from '../kept/state-of.ts';
import { baselineFrom } from '../law/baseline-from.ts';
import { startGate } from '../law/start-gate.ts';
import type { Looker } from '../looker.ts';
import type { CodeDeployHook } from './code-deploy-hook.ts';
import { deploymentBegan } from './deployment-began.ts';
import { memoryBefore } from './memory-before.ts';

/** CodeDeploy waits an hour and then fails the deployment without a reason; the gate's own answer comes before. */
const MOST_SECONDS = 3_300;

/** More than fit into that hour, and a bound on how often the function may invoke itself. */
const MOST_TURNS = 8;

/**
 * Goes on with the gate of a hook for as long as this invocation has time; null where it has handed over to the next one. Who
 * comes twice, or after the end, gets the verdict that stands. Rejects for what is no verdict.
 */
export async function judgeCodeDeploy(
  ground: GateGround,
  { DeploymentId, LifecycleEventHookExecutionId, turn }: CodeDeployHook,
): Promise<KeptVerdict | null> {
  const { table, now, pauseMs, finishBy, goOn, targetGroups } = ground;
  if (table === null) throw new Error('the gate has no table to keep what it saw in');
  const gateId = `codedeploy/${DeploymentId}/${LifecycleEventHookExecutionId}`;
  const stands = await finishGate(table, gateId, null);
  if (stands !== null) return stands;

  const state = (await stateOf(table, gateId)) ?? startGate(now().toISOString());
  await keepState(table, gateId, state);
  const wanted = { targetGroups, readmit: [] };
  const look = ground.looker({ names: null, wanted, memory: await memoryBefore(ground) });
  const baseline = await baselineBefore(ground, table, look, DeploymentId);
  const rules = { ...ground.rules, timeoutSeconds: Math.min(ground.rules.timeoutSeconds, MOST_SECONDS) };
  const keep = (next: typeof state) => keepState(table, gateId, next);
  const stand = await keepLooking({ rules, baseline, state }, { look, pauseMs, until: finishBy, now, keep });
  const { verdict, reason } = stand.verdict;
  if (verdict !== 'waiting') return finishGate(table, gateId, { verdict, reason });
  if (turn >= MOST_TURNS) throw new Error(`no verdict after ${turn} invocations: ${reason}`);
  await goOn({ DeploymentId, LifecycleEventHookExecutionId, turn: turn + 1 });
  return null;
}

/** A look that came to nothing leaves nothing that is known to have stood before. */
async function baselineBefore(ground: GateGround, table: Table, look: Looker, deploymentId: string) {
  const made = await firstBaseline(table, `codedeploy/${deploymentId}`, async () => {
    const seen = await look();
    if (!('report' in seen)) return null;
    return baselineFrom(seen.report, await deploymentBegan(ground, deploymentId));
  });
  return made ?? { at: ground.now().toISOString(), targets: [], stood: [] };
}
