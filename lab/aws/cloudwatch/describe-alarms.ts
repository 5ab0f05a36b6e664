import type { Operation } from '../operation.ts';

/** `DescribeAlarms`: the world has none. */
export const describeAlarms: Operation = {
  action: 'cloudwatch:DescribeAlarms',
  run: () => ({ MetricAlarms: [], CompositeAlarms: [] }),
};
