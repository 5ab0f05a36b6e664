import * as z from 'zod';
import type { DeployPhase } from '../monitor-trigger.ts';
import { deployReader } from './deploy-reader.ts';

/** What is queued has not begun, and after a failure elsewhere may never begin: its end is not waited for. */
const PHASES: ReadonlyMap<string, DeployPhase> = new Map([
  ['START', 'begun'],
  ['SUCCESS', 'ended'],
  ['FAILURE', 'ended'],
  ['STOP', 'ended'],
]);

/**
 * A deployment of CodeDeploy's, or its step on one instance. Only the latter says where: `instanceId`.
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/monitoring-cloudwatch-events.html
 */
export const codeDeploy = deployReader(
  z.object({
    application: z.string(),
    deploymentGroup: z.string(),
    deploymentId: z.string(),
    state: z.string(),
    instanceId: z.string().optional(),
  }),
  ({ application, deploymentGroup, deploymentId, state, instanceId }) => {
    const where = instanceId === undefined ? '' : ` on ${instanceId}`;
    return {
      source: 'CodeDeploy',
      phase: PHASES.get(state) ?? 'changed',
      summary: `CodeDeploy deployment ${deploymentId} of ${application}/${deploymentGroup}${where}: ${state}`,
      resources: instanceId === undefined ? [deploymentId] : [deploymentId, instanceId],
    };
  },
);
