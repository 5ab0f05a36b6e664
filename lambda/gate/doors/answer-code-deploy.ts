import type { GateGround } from '../gate-ground.ts';
import type { KeptVerdict } from '../kept/kept-verdict.ts';
import type { CodeDeployHook } from './code-deploy-hook.ts';
import { failureOfGate } from './failure-of-gate.ts';
import { judgeCodeDeploy } from './judge-code-deploy.ts';
import { type CodeDeployAnswer, tellCodeDeploy } from './tell-code-deploy.ts';

/** Judges, and tells CodeDeploy, also that the gate itself failed. Rejects as `tellCodeDeploy` does. */
export async function answerCodeDeploy(ground: GateGround, hook: CodeDeployHook): Promise<CodeDeployAnswer> {
  const verdict = await verdictOrFailure(ground, hook);
  if (verdict === null) return { status: 'InProgress', reason: 'the next invocation goes on' };
  return tellCodeDeploy(ground, hook, verdict);
}

/** Without an answer CodeDeploy would wait for an hour. */
async function verdictOrFailure(ground: GateGround, hook: CodeDeployHook): Promise<KeptVerdict | null> {
  try {
    return await judgeCodeDeploy(ground, hook);
  } catch (error) {
    return failureOfGate(error);
  }
}
