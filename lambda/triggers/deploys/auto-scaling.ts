import * as z from 'zod';
import { deployReader } from './deploy-reader.ts';

/**
 * An instance that an Auto Scaling group launched or terminated. A launched one is in no inventory yet: its subnet says
 * whose neighbour it will be.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html
 */
export const autoScaling = deployReader(
  z.object({
    AutoScalingGroupName: z.string(),
    EC2InstanceId: z.string(),
    Details: z.object({ 'Subnet ID': z.string().optional() }).default({}),
  }),
  ({ AutoScalingGroupName, EC2InstanceId, Details }, { 'detail-type': detailType }) => {
    const launched = detailType.includes('Launch');
    const subnet = Details['Subnet ID'];
    return {
      source: 'Auto Scaling',
      phase: 'changed',
      summary: `Auto Scaling group ${AutoScalingGroupName} ${launched ? 'launched' : 'terminated'} ${EC2InstanceId}`,
      resources: [EC2InstanceId],
      near: launched && subnet !== undefined ? [subnet] : [],
    };
  },
);
