import type * as z from 'zod';
import type { GateAnswer } from '../gate-answer.ts';
import type { GateGround } from '../gate-ground.ts';
import { answerCodeDeploy } from './answer-code-deploy.ts';
import { answerDirect } from './answer-direct.ts';
import { answerEcs, type EcsAnswer } from './answer-ecs.ts';
import { codeDeployHook } from './code-deploy-hook.ts';
import { directCall } from './direct-call.ts';
import { ecsHook } from './ecs-hook.ts';
import type { CodeDeployAnswer } from './tell-code-deploy.ts';

/** Sends an event to the door it is meant for. Throws an error that names the field, and what is wrong with it. */
export async function answerEvent(
  ground: GateGround,
  event: unknown,
): Promise<CodeDeployAnswer | EcsAnswer | GateAnswer> {
  const fields: object = typeof event === 'object' && event !== null ? event : {};
  if ('DeploymentId' in fields) return answerCodeDeploy(ground, read(ground, codeDeployHook, event));
  if ('lifecycleStage' in fields) return answerEcs(ground, read(ground, ecsHook, event));
  return answerDirect(ground, read(ground, directCall, event));
}

function read<T>({ refused }: GateGround, schema: z.ZodType<T>, event: unknown): T {
  const result = schema.safeParse(event);
  if (result.success) return result.data;
  refused();
  const [issue] = result.error.issues;
  throw new Error(`the event cannot be read: ${issue?.path.join('.') || 'event'}: ${issue?.message ?? 'unreadable'}`);
}
