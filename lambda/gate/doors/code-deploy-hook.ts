import * as z from 'zod';

/** The event as it must be. */
export const codeDeployHook = z.object({
  DeploymentId: z.string().min(1),
  LifecycleEventHookExecutionId: z.string().min(1),
  /** Ours: which invocation this is, where one did not suffice. */
  turn: z.number().int().min(1).default(1),
});

/**
 * The event of a CodeDeploy lifecycle hook. It says neither which hook it is, nor whom the deployment concerns.
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
 */
export type CodeDeployHook = Readonly<z.infer<typeof codeDeployHook>>;
