import type { ReceivedMessage } from '../received-message.ts';
import type { CloudWatchStore } from './cloudwatch-store.ts';
import { storePoints } from './store-points.ts';

/** What came of a line: metrics stored, and what CloudWatch would have dropped without a word. */
export type TakenEmf = { readonly stored: number; readonly errors: readonly string[] };

/** The specification's bounds. */
const MOST_METRICS = 100;
const MOST_VALUES = 100;
const MOST_DIMENSIONS = 30;
const LONGEST_DIMENSION = 1024;

type Json = { readonly [name: string]: unknown };
type Datum = { readonly namespace: string; readonly name: string; readonly unit: string | null };
type Series = { readonly datum: Datum; readonly dimensions: readonly string[] };

/**
 * Takes one line of a function's output. A line that is no JSON, or holds no metrics, is a log line like others: nothing is stored
 * and nothing wrong. `Timestamp` is the time of every point
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 */
export function takeEmf(store: CloudWatchStore, line: string, told: (message: ReceivedMessage) => void): TakenEmf {
  const root = structure(parsed(line));
  const metadata = structure(root?.['_aws']);
  if (root === null || metadata === null) return { stored: 0, errors: [] };
  const atMs = metadata['Timestamp'];
  if (typeof atMs !== 'number') return { stored: 0, errors: ['_aws.Timestamp is not a number'] };
  const errors: string[] = [];
  const all = list(metadata['CloudWatchMetrics']).flatMap((directive) => series(structure(directive) ?? {}, errors));
  const stored = all.filter(({ datum: { namespace, name, unit }, dimensions }) => {
    const values = valuesOf(root, name, errors);
    const given = dimensions.map((dimension) => ({ name: dimension, value: dimensionOf(root, dimension, errors) }));
    if (values.length === 0 || given.some(({ value }) => value === '')) return false;
    const metric = { namespace, name, dimensions: given };
    storePoints(store, metric, { values, atMs });
    told({ kind: 'metric', ...metric, value: values.length === 1 ? (values[0] ?? null) : null, unit });
    return true;
  });
  return { stored: stored.length, errors };
}

/** Each metric under each dimension set is a series of its own; dimensions in the order of their names. */
function series(directive: Json, errors: string[]): readonly Series[] {
  const namespace = String(directive['Namespace'] ?? '');
  const definitions = list(directive['Metrics']).map((entry) => structure(entry) ?? {});
  const sets = list(directive['Dimensions']).map((set) => list(set).map(String).toSorted());
  if (namespace === '') errors.push('a directive has no Namespace');
  if (definitions.length > MOST_METRICS) errors.push(`${definitions.length} metrics in one directive`);
  if (sets.some((set) => set.length > MOST_DIMENSIONS)) errors.push(`more than ${MOST_DIMENSIONS} dimensions`);
  if (errors.length > 0) return [];
  return definitions.flatMap((definition) => {
    const unit = definition['Unit'];
    const datum = { namespace, name: String(definition['Name']), unit: typeof unit === 'string' ? unit : null };
    return sets.map((dimensions) => ({ datum, dimensions }));
  });
}

function valuesOf(root: Json, name: string, errors: string[]): readonly number[] {
  const target = root[name];
  const values = Array.isArray(target) ? target : [target];
  const numbers = values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  if (values.length <= MOST_VALUES && numbers.length === values.length) return numbers;
  errors.push(`${name} is neither a number nor a list of at most ${MOST_VALUES}`);
  return [];
}

function dimensionOf(root: Json, name: string, errors: string[]): string {
  const value = root[name];
  if (typeof value === 'string' && value !== '' && value.length <= LONGEST_DIMENSION) return value;
  errors.push(`dimension ${name} is not a text of 1 to ${LONGEST_DIMENSION} characters`);
  return '';
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function structure(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
