import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { dimensions, type MetricDefinition, metricNamespace } from '../lambda/contract.ts';
import type { Deployment } from './deployment.ts';

/**
 * A metric of the contract as alarms and graphs take it, over one interval: of the whole deployment, or of one load
 * balancer or watch by name. The unit is left out on purpose: CloudWatch keeps a series per unit and finds none under another.
 */
export function metricOf(
  definition: MetricDefinition,
  { name, intervalSeconds }: Pick<Deployment, 'name' | 'intervalSeconds'>,
  watched: string | null = null,
): Metric {
  return new Metric({
    namespace: metricNamespace,
    metricName: definition.name,
    statistic: definition.statistic,
    period: Duration.seconds(intervalSeconds),
    dimensionsMap: {
      [dimensions.deployment]: name,
      ...(watched === null ? {} : { [dimensions.loadBalancer]: watched }),
    },
  });
}
