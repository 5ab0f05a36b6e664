import * as z from 'zod';
import { someNames } from './some-names.ts';

const WEIGHTS = z.record(z.string(), z.number()).default({});
const NAMES = z.array(z.string().min(1)).readonly();

/** The event as it must be. In `hookDetails` other things may stand, which are not ours. */
export const ecsHook = z.object({
  executionId: z.string().min(1),
  lifecycleStage: z.string().min(1),
  resourceArn: z.string().startsWith('arn:'),
  executionDetails: z.object({
    targetServiceRevisionArn: z.string(),
    testTrafficWeights: WEIGHTS,
    productionTrafficWeights: WEIGHTS,
  }),
  hookDetails: z
    .looseObject({
      loadBalancers: someNames.optional(),
      targetGroups: NAMES.optional(),
      stable: z.number().int().min(1).max(100).optional(),
      timeoutSeconds: z.number().int().min(1).max(86_400).optional(),
      /** Ours: the execution by which this hook's first gate was begun. */
      originDoctorGate: z.string().optional(),
    })
    .nullish()
    .transform((details) => details ?? {}),
});

/**
 * The event of an ECS deployment lifecycle hook. `hookDetails` holds what the service's definition says (`loadBalancers`,
 * `targetGroups`, `stable`, `timeoutSeconds`), and what was answered the last time.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/lambda-lifecycle-hooks.html
 */
export type EcsHook = Readonly<z.infer<typeof ecsHook>>;
