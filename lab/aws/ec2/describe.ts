import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { pageOf } from '../codecs/page-of.ts';
import { textOf } from '../codecs/text-of.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Operation } from '../operation.ts';
import { filterTrees } from './filter-trees.ts';
import type { Noun } from './noun.ts';
import { refuseDryRun } from './refuse-dry-run.ts';
import { refuseUnknownParameters } from './refuse-unknown-parameters.ts';
import { valuesAt } from './values-at.ts';

/** A noun's Describe operation: by ids, through filters, in pages. Parameters that it does not know are refused. */
export function describe(noun: Noun): Operation {
  return { action: `ec2:${noun.operation}`, run: (input, { world }) => answer(noun, input, world) };
}

function answer(noun: Noun, input: Input, world: World): TreeObject {
  refuseUnknownParameters(input, parametersOf(noun));
  refuseDryRun(input);
  const size = pageSize(noun, input);
  const named = byIds(noun, input, noun.trees(world, input));
  const passing = filterTrees(named, input, noun.filters ?? {});
  const token = textOf(input, 'NextToken');
  const page = pageOf(passing, noun.operation, size, token);
  if (page === null) {
    const message = `Value ( ${token} ) for parameter NextToken is invalid. The token is invalid.`;
    throw new AwsError('InvalidParameterValue', message);
  }
  const { wrap } = noun;
  const items = wrap === undefined ? page.items : page.items.map((item) => wrap(item, world));
  return { [noun.resultSet]: items, ...noun.beside?.(page.next), nextToken: page.next };
}

function parametersOf({ id, filters, parameters = [] }: Noun): readonly string[] {
  const own = [...parameters, ...(id === null ? [] : [id.parameter]), ...(filters === null ? [] : ['Filter'])];
  return [...own, 'MaxResults', 'NextToken'];
}

/** Without MaxResults everything comes at once, as EC2 documents for these operations. */
function pageSize(noun: Noun, input: Input): number {
  const text = textOf(input, 'MaxResults');
  if (text === undefined) return Number.POSITIVE_INFINITY;
  const [least, most] = noun.maxResults;
  const size = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  const wrong = (expected: string) =>
    new AwsError('InvalidParameterValue', `Value ( ${text} ) for parameter maxResults is invalid. ${expected}`);
  if (Number.isNaN(size)) throw wrong('Expecting a number.');
  if (size < least) throw wrong(`Expecting a value greater than ${least}.`);
  if (size > most) throw wrong(`Expecting a value less than or equal to ${most}.`);
  refuseWithIds(noun, input);
  return size;
}

function refuseWithIds(noun: Noun, input: Input): void {
  if (noun.id === null || noun.excludesMaxResults === null) return;
  if (textsOf(input, noun.id.parameter).length === 0) return;
  throw new AwsError(
    'InvalidParameterCombination',
    `The parameter ${noun.excludesMaxResults} cannot be used with the parameter maxResults`,
  );
}

function byIds(noun: Noun, input: Input, trees: readonly TreeObject[]): readonly TreeObject[] {
  const { id } = noun;
  const ids = id === null ? [] : textsOf(input, id.parameter);
  if (id === null || ids.length === 0) return trees;
  const idOf = (tree: TreeObject) => valuesAt(tree, id.at)[0] ?? '';
  const present = new Set(trees.map(idOf));
  const absent = ids.find((one) => !present.has(one));
  if (absent !== undefined) throw new AwsError(id.notFound, id.wording(absent));
  return trees.filter((tree) => ids.includes(idOf(tree)));
}
