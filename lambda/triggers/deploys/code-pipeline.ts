import * as z from 'zod';
import type { DeployPhase } from '../monitor-trigger.ts';
import { deployReader } from './deploy-reader.ts';

const PHASES: ReadonlyMap<string, DeployPhase> = new Map([
  ['STARTED', 'begun'],
  ['RESUMED', 'begun'],
  ['SUCCEEDED', 'ended'],
  ['FAILED', 'ended'],
  ['CANCELED', 'ended'],
  ['STOPPED', 'ended'],
  ['SUPERSEDED', 'ended'],
]);

/**
 * An execution of a pipeline. What it deploys is not said.
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html
 */
export const codePipeline = deployReader(
  z.object({ pipeline: z.string(), 'execution-id': z.string(), state: z.string() }),
  ({ pipeline, 'execution-id': executionId, state }) => ({
    source: 'CodePipeline',
    phase: PHASES.get(state) ?? 'changed',
    summary: `pipeline ${pipeline}, execution ${executionId}: ${state}`,
    resources: [executionId],
  }),
);
