import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { listOf } from '../codecs/list-of.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import type { StoredMetric } from './cloudwatch-store.ts';
import { dimensionsOf } from './dimensions-of.ts';
import { storePoints } from './store-points.ts';
import { valuesOf } from './values-of.ts';

/** CloudWatch API Reference, PutMetricData: at most 1,000 metrics in one call, 30 dimensions each. */
const MOST_METRICS = 1000;
const MOST_DIMENSIONS = 30;

/** `PutMetricData`. All of a call is taken, or nothing. */
export const putMetricData: Operation = {
  action: 'cloudwatch:PutMetricData',
  run: (input, { cloudWatch: { store, clock }, sources }) => {
    const namespace = namespaceOf(input);
    const data = listOf(input, 'MetricData');
    if (data.length === 0) throw missing('MetricData');
    if (data.length > MOST_METRICS) {
      throw invalid(`The collection MetricData must not have a size greater than ${MOST_METRICS}.`);
    }
    const put = data.map((datum) => ({ datum, metric: metricOf(namespace, datum) }));
    for (const { datum, metric } of put) {
      storePoints(store, metric, valuesOf(datum, clock.now()));
      sources.received?.({ kind: 'metric', ...metric, value: singleValue(datum), unit: textOf(datum, 'Unit') ?? null });
    }
    return {};
  },
};

function namespaceOf(input: Input): string {
  const namespace = textOf(input, 'Namespace') ?? '';
  if (namespace === '') throw missing('Namespace');
  if (namespace.startsWith('AWS/')) throw invalid('The value AWS/ for parameter Namespace is invalid.');
  if (namespace.startsWith(':') || namespace.length > 255) {
    throw invalid(`The value ${namespace} for parameter Namespace is invalid.`);
  }
  return namespace;
}

function metricOf(namespace: string, datum: Input): StoredMetric {
  const name = textOf(datum, 'MetricName') ?? '';
  if (name === '') throw missing('MetricData.member.MetricName');
  const dimensions = dimensionsOf(datum);
  if (dimensions.length > MOST_DIMENSIONS) {
    throw invalid(`The collection Dimensions must not have a size greater than ${MOST_DIMENSIONS}.`);
  }
  return {
    namespace,
    name,
    dimensions: dimensions.map((dimension) => ({ name: dimension.name, value: valued(dimension) })),
  };
}

function valued({ name, value }: { readonly name: string; readonly value: string | undefined }): string {
  if (name !== '' && value !== undefined && value !== '') return value;
  throw invalid('The parameter MetricData.member.Dimensions.member must have a name and a value.');
}

function singleValue(datum: Input): number | null {
  const text = textOf(datum, 'Value');
  if (text !== undefined) {
    if (Number.isFinite(Number(text))) return Number(text);
    throw invalid(`The value ${text} for parameter MetricData.member.Value is invalid.`);
  }
  if (datum['StatisticValues'] !== undefined || datum['Values'] !== undefined) return null;
  throw missing('MetricData.member.Value');
}

function missing(parameter: string): AwsError {
  const message = `The parameter ${parameter} is required.`;
  return new AwsError('MissingParameter', message, { exception: 'MissingRequiredParameterException' });
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterValue', message);
}
