import type { EcsHook } from './ecs-hook.ts';

/** The stages whose hooks ECS calls again while it rolls back. */
const RECURRING = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'];

/**
 * Whether ECS is rolling back: there is no stage for it, but traffic goes wholly to another revision than the target.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/lambda-lifecycle-hooks.html (*Lifecycle hooks during rollback*)
 */
export function isRollback({ lifecycleStage, executionDetails }: EcsHook): boolean {
  if (!RECURRING.includes(lifecycleStage)) return false;
  const { targetServiceRevisionArn: target, testTrafficWeights, productionTrafficWeights } = executionDetails;
  return [testTrafficWeights, productionTrafficWeights].some((weights) => {
    const others = Object.entries(weights).filter(([revision]) => revision !== target);
    return weights[target] === 0 && others.some(([, weight]) => weight === 100);
  });
}
