import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { listOf } from '../codecs/list-of.ts';
import { textOf } from '../codecs/text-of.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { valuesAt } from './values-at.ts';

/** At most so many values in all filters of one request: EC2 API Reference, "Filtering", and `FilterLimitExceeded`. */
const MOST_VALUES = 200;

/**
 * The items that pass every filter of the request, by at least one of its values each. Values know `*`, `?` and `\`.
 * A filter that the operation does not know is refused, as AWS refuses it.
 */
export function filterTrees(
  trees: readonly TreeObject[],
  input: Input,
  places: Readonly<Record<string, string>>,
): readonly TreeObject[] {
  const filters = listOf(input, 'Filter').map(readFilter);
  if (filters.reduce((count, { values }) => count + values.length, 0) > MOST_VALUES) {
    throw new AwsError(
      'FilterLimitExceeded',
      `The maximum number of filter values specified on a single call is ${MOST_VALUES}`,
    );
  }
  const judges = filters.map(({ name, values }) => judgeFor(name, values.map(patternOf), places));
  return trees.filter((tree) => judges.every((passes) => passes(tree)));
}

function readFilter(filter: Input): { name: string; values: readonly string[] } {
  const name = textOf(filter, 'Name');
  if (name === undefined) throw new AwsError('InvalidParameterValue', "The filter 'null' is invalid");
  const values = textsOf(filter, 'Value');
  if (values.length > 0) return { name, values };
  throw new AwsError('InvalidParameterValue', `The filter '${name}' has no values`);
}

type Judge = (tree: TreeObject) => boolean;

function judgeFor(name: string, patterns: readonly RegExp[], places: Readonly<Record<string, string>>): Judge {
  const found = (values: readonly string[]) => values.some((value) => patterns.some((pattern) => pattern.test(value)));
  if (name.startsWith('tag:')) return (tree) => found(tagValues(tree, name.slice('tag:'.length)));
  if (name === 'tag-key') return (tree) => found(valuesAt(tree, 'tagSet.key'));
  const place = Object.hasOwn(places, name) ? places[name] : undefined;
  if (place === undefined) throw new AwsError('InvalidParameterValue', `The filter '${name}' is invalid`);
  return (tree) => found(valuesAt(tree, place));
}

function tagValues(tree: TreeObject, key: string): readonly string[] {
  const tags = Array.isArray(tree['tagSet']) ? tree['tagSet'] : [];
  return tags.filter((tag: TreeObject) => tag['key'] === key).map((tag: TreeObject) => String(tag['value']));
}

function patternOf(value: string): RegExp {
  const source = value.replace(/\\?[\s\S]/g, (token) => {
    if (token === '*') return '[\\s\\S]*';
    if (token === '?') return '[\\s\\S]';
    return token.slice(-1).replace(/[$()*+.?[\\\]^{|}/-]/, '\\$&');
  });
  return new RegExp(`^${source}$`);
}
