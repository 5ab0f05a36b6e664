import type { GateGround } from '../gate-ground.ts';
import { codeDeployHook } from './code-deploy-hook.ts';
import { failureOfGate } from './failure-of-gate.ts';
import { type CodeDeployAnswer, tellCodeDeploy } from './tell-code-deploy.ts';

/**
 * Answers for a gate that could not even begin, since what it is deployed with cannot be read: CodeDeploy would wait for an hour.
 * To ECS, and to whoever else called, an error is an answer: it is thrown again.
 */
export async function answerUnready(
  ground: Pick<GateGround, 'codeDeploy' | 'log'>,
  event: unknown,
  error: unknown,
): Promise<CodeDeployAnswer> {
  const hook = codeDeployHook.safeParse(event);
  if (!hook.success) throw error;
  return tellCodeDeploy(ground, hook.data, failureOfGate(error));
}
