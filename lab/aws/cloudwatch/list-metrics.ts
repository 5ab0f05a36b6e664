import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { pageOf } from '../codecs/page-of.ts';
import { textOf } from '../codecs/text-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Operation } from '../operation.ts';
import type { CloudWatchClock } from './cloudwatch-clock.ts';
import type { StoredMetric } from './cloudwatch-store.ts';
import { dimensionsOf } from './dimensions-of.ts';

/** CloudWatch API Reference, ListMetrics: "Up to 500 results are returned for any one call." */
const PAGE = 500;

/** `ListMetrics`: what was put, by namespace, name, and dimensions that it must have. */
export const listMetrics: Operation = {
  action: 'cloudwatch:ListMetrics',
  run: (input, { cloudWatch: { store, clock } }) => {
    const sinceMs = sinceOf(input, clock);
    const recent = [...store.metrics.values()].filter(({ points }) => points.some(({ atMs }) => atMs >= sinceMs));
    const all = recent.map(({ metric }) => metric);
    const matching = all.filter((metric) => matches(metric, input));
    const page = pageOf(matching, 'ListMetrics', PAGE, textOf(input, 'NextToken'));
    if (page === null) throw new AwsError('InvalidParameterValue', 'Invalid nextToken');
    return { Metrics: page.items.map(treeOf), NextToken: page.next };
  },
};

/** `RecentlyActive` takes `PT3H` alone. A metric is kept while it has a point, at the longest for the lab's life. */
function sinceOf(input: Input, { now, scale }: CloudWatchClock): number {
  const recently = textOf(input, 'RecentlyActive');
  if (recently === undefined) return Number.NEGATIVE_INFINITY;
  if (recently === 'PT3H') return now() - THREE_HOURS_MS * scale;
  throw new AwsError('ValidationError', '1 validation error detected: RecentlyActive must be PT3H');
}

const THREE_HOURS_MS = 3 * 3600 * 1000;

function matches(metric: StoredMetric, input: Input): boolean {
  const namespace = textOf(input, 'Namespace') ?? metric.namespace;
  const name = textOf(input, 'MetricName') ?? metric.name;
  if (namespace !== metric.namespace || name !== metric.name) return false;
  return dimensionsOf(input).every((wanted) =>
    metric.dimensions.some((has) => has.name === wanted.name && has.value === (wanted.value ?? has.value)),
  );
}

function treeOf({ namespace, name, dimensions }: StoredMetric): TreeObject {
  return {
    Namespace: namespace,
    MetricName: name,
    Dimensions: dimensions.map((dimension) => ({ Name: dimension.name, Value: dimension.value })),
  };
}
