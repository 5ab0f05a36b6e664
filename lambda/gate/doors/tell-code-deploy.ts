import { PutLifecycleEventHookExecutionStatusCommand } from '@aws-sdk/client-codedeploy';
import type { GateGround } from '../gate-ground.ts';
import type { KeptVerdict } from '../kept/kept-verdict.ts';
import type { CodeDeployHook } from './code-deploy-hook.ts';

/** What was told to CodeDeploy; `InProgress` where the next invocation will tell. */
export type CodeDeployAnswer = { readonly status: 'Succeeded' | 'Failed' | 'InProgress'; readonly reason: string };

/**
 * Tells CodeDeploy. It knows only `Succeeded` and `Failed`: what the gate could not tell is `Failed`, and the reason is in the
 * log. That it was told already is as well. Rejects where it cannot be told: then Lambda invokes again.
 */
export async function tellCodeDeploy(
  { codeDeploy, log }: Pick<GateGround, 'codeDeploy' | 'log'>,
  { DeploymentId: deploymentId, LifecycleEventHookExecutionId: lifecycleEventHookExecutionId }: CodeDeployHook,
  { verdict, reason }: KeptVerdict,
): Promise<CodeDeployAnswer> {
  const status = verdict === 'passed' ? 'Succeeded' : 'Failed';
  const told = { deploymentId, lifecycleEventHookExecutionId, status } as const;
  log[verdict === 'passed' ? 'info' : 'error']('the gate tells CodeDeploy', { ...told, verdict, reason });
  try {
    await codeDeploy.send(new PutLifecycleEventHookExecutionStatusCommand(told));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'LifecycleEventAlreadyCompletedException')) throw error;
    log.warn('CodeDeploy had its answer already', told);
  }
  return { status, reason };
}
