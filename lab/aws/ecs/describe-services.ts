import { AwsError } from '../aws-error.ts';
import type { Operation } from '../operation.ts';

/** `DescribeServices`: whatever cluster is named, the world has none. */
export const describeServices: Operation = {
  action: 'ecs:DescribeServices',
  run: () => {
    throw new AwsError('ClusterNotFoundException', 'Cluster not found.');
  },
};
