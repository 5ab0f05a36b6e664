import { deleteAlarms } from '../cloudwatch/delete-alarms.ts';
import { describeAlarms } from '../cloudwatch/describe-alarms.ts';
import { listMetrics } from '../cloudwatch/list-metrics.ts';
import { putCompositeAlarm } from '../cloudwatch/put-composite-alarm.ts';
import { putMetricAlarm } from '../cloudwatch/put-metric-alarm.ts';
import { putMetricData } from '../cloudwatch/put-metric-data.ts';
import type { Service } from '../operation.ts';

/** Amazon CloudWatch, which speaks JSON and, to older clients, query. */
export const cloudwatch: Service = {
  signingName: 'monitoring',
  version: '2010-08-01',
  target: 'GraniteServiceVersion20100801',
  operations: {
    DeleteAlarms: deleteAlarms,
    DescribeAlarms: describeAlarms,
    ListMetrics: listMetrics,
    PutCompositeAlarm: putCompositeAlarm,
    PutMetricAlarm: putMetricAlarm,
    PutMetricData: putMetricData,
  },
};
