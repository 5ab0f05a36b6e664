import { describeAlarms } from '../cloudwatch/describe-alarms.ts';
import { listMetrics } from '../cloudwatch/list-metrics.ts';
import { putMetricData } from '../cloudwatch/put-metric-data.ts';
import type { Service } from '../operation.ts';

/** Amazon CloudWatch, which speaks JSON and, to older clients, query. */
export const cloudwatch: Service = {
  signingName: 'monitoring',
  version: '2010-08-01',
  target: 'GraniteServiceVersion20100801',
  operations: { DescribeAlarms: describeAlarms, ListMetrics: listMetrics, PutMetricData: putMetricData },
};
