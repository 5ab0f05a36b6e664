import type { GateGround } from '../gate-ground.ts';
import type { EcsHook } from './ecs-hook.ts';
import { failureOfGate } from './failure-of-gate.ts';
import { type EcsVerdict, judgeEcs } from './judge-ecs.ts';

/**
 * What ECS is answered. It calls again after `callBackDelay` seconds, and merges `hookDetails` into those of its next call.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/lambda-lifecycle-hooks.html
 */
export type EcsAnswer = {
  readonly hookStatus: 'SUCCEEDED' | 'FAILED' | 'IN_PROGRESS';
  readonly callBackDelay?: number;
  readonly hookDetails?: Readonly<Record<string, unknown>>;
};

const CALL_BACK_SECONDS = 30;

const STATUSES = { passed: 'SUCCEEDED', held: 'FAILED', unknown: 'FAILED', waiting: 'IN_PROGRESS' } as const;

/** One look per call. What the gate could not tell at its timeout is `FAILED`, as is a fault of the gate itself; the log says why. */
export async function answerEcs(ground: GateGround, hook: EcsHook): Promise<EcsAnswer> {
  // An execution has an id of its own; whether its calls share it is not said, and what is answered comes back.
  const begun = hook.hookDetails.originDoctorGate ?? hook.executionId;
  const { verdict, reason } = await verdictOrFailure(ground, hook, gateIdOf(hook, begun));
  const hookStatus = STATUSES[verdict];
  const { lifecycleStage, resourceArn } = hook;
  const words = hookStatus === 'FAILED' ? 'error' : 'info';
  ground.log[words]('the gate tells ECS', { hookStatus, lifecycleStage, resourceArn, verdict, reason });
  if (hookStatus !== 'IN_PROGRESS') return { hookStatus };
  const hookDetails = { ...hook.hookDetails, originDoctorGate: begun };
  return { hookStatus, callBackDelay: CALL_BACK_SECONDS, hookDetails };
}

/**
 * A gate is of one stage, and of one step of it: what is answered comes back to the same hook in all its stages (*Passing state with
 * hookDetails*), and linear and canary deployments call at each step (*Supported lifecycle stages*). The share of traffic tells
 * steps apart; whole maps of weights are too long for a key.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/lambda-lifecycle-hooks.html
 */
function gateIdOf({ resourceArn, lifecycleStage, executionDetails }: EcsHook, begun: string): string {
  const { targetServiceRevisionArn: target, testTrafficWeights, productionTrafficWeights } = executionDetails;
  const share = `test=${testTrafficWeights[target] ?? ''},production=${productionTrafficWeights[target] ?? ''}`;
  return `ecs/${resourceArn}/${begun}/${lifecycleStage}/${share}`;
}

async function verdictOrFailure(ground: GateGround, hook: EcsHook, gateId: string): Promise<EcsVerdict> {
  try {
    return await judgeEcs(ground, hook, gateId);
  } catch (error) {
    return failureOfGate(error);
  }
}
