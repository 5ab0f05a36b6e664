import * as z from 'zod';
import { deployReader } from './deploy-reader.ts';

/**
 * An instance's state. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-instance-state-changes.html
 */
export const instanceState = deployReader(
  z.object({ 'instance-id': z.string(), state: z.string() }),
  ({ 'instance-id': instanceId, state }) => ({
    source: 'EC2',
    phase: 'changed',
    summary: `instance ${instanceId} is ${state}`,
    resources: [instanceId],
  }),
);
