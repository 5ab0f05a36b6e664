import * as z from 'zod';
import type { DeployPhase } from '../monitor-trigger.ts';
import { deployReader } from './deploy-reader.ts';

const PHASES: ReadonlyMap<string, DeployPhase> = new Map([
  ['SERVICE_DEPLOYMENT_IN_PROGRESS', 'begun'],
  ['SERVICE_DEPLOYMENT_COMPLETED', 'ended'],
  ['SERVICE_DEPLOYMENT_FAILED', 'ended'],
  ['SERVICE_STEADY_STATE', 'ended'],
  ['TASKSET_STEADY_STATE', 'ended'],
]);

/** Not worth refusing the event for. */
const IDS = z.array(z.string()).catch([]);

/**
 * A deployment of an ECS service, or what the scheduler did to it. The service is named by ARN; what it registers is
 * named by some service actions only.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
 */
export const ecs = deployReader(
  z.object({
    eventName: z.string(),
    deploymentId: z.string().optional(),
    reason: z.string().optional(),
    targetGroupArns: IDS,
    targets: IDS,
    ec2InstanceIds: IDS,
  }),
  ({ eventName, deploymentId, reason, targetGroupArns, targets, ec2InstanceIds }, { resources }) => {
    const service = resources[0]?.split(':service/')[1] ?? null;
    const deployment = deploymentId === undefined ? '' : `, deployment ${deploymentId}`;
    // A rollback begins with the same event as a deployment; only the reason tells.
    const rollback = reason?.includes('rolling back') === true ? ', rolling back' : '';
    return {
      source: 'ECS',
      phase: PHASES.get(eventName) ?? 'changed',
      summary: `${service === null ? 'an ECS service' : `ECS service ${service}`}: ${eventName}${deployment}${rollback}`,
      resources: [...resources, ...targetGroupArns, ...targets, ...ec2InstanceIds],
    };
  },
);
