/**
 * Dollars in us-east-1, without free tiers. Metrics and alarms: the first tier. CloudWatch:
 * https://aws.amazon.com/cloudwatch/pricing/, Lambda (arm64): https://aws.amazon.com/lambda/pricing/, DynamoDB on demand:
 * https://aws.amazon.com/dynamodb/pricing/on-demand/, KMS: https://aws.amazon.com/kms/pricing/, traffic between zones:
 * https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer
 */
export const prices = {
  metric: 0.3,
  alarm: 0.1,
  compositeAlarm: 0.5,
  dashboard: 3,
  logsPerGb: 0.5,
  canaryRun: 0.0012,
  lambdaPerMillion: 0.2,
  lambdaPerGbSecond: 0.000_013_333_4,
  writesPerMillion: 0.625,
  readsPerMillion: 0.125,
  key: 1,
  /** Both ways. */
  betweenZonesPerGb: 0.02,
} as const;
