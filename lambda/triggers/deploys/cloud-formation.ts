import * as z from 'zod';
import { deployReader } from './deploy-reader.ts';

/**
 * A stack's status. What the stack holds is not said.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/event-detail-stack-status-change.html
 */
export const cloudFormation = deployReader(
  z.object({ 'stack-id': z.string(), 'status-details': z.object({ status: z.string() }) }),
  ({ 'stack-id': stackId, 'status-details': { status } }) => ({
    source: 'CloudFormation',
    phase: status.endsWith('_IN_PROGRESS') ? 'begun' : 'ended',
    summary: `CloudFormation stack ${stackId.split('/')[1] ?? stackId}: ${status}`,
    resources: [stackId],
  }),
);
