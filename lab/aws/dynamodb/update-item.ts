import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import { applyUpdate } from './apply-update.ts';
import { conditionIn } from './condition-in.ts';
import type { Item } from './item.ts';
import { keyIdentity } from './key-identity.ts';
import { parseUpdate } from './parse-update.ts';
import { type Placeholders, placeholders } from './placeholders.ts';
import { readItem } from './read-item.ts';
import { refuseTooLarge } from './refuse-too-large.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { refuseUnmet } from './refuse-unmet.ts';
import { type ReturnValues, returnValues } from './return-values.ts';
import { tableArn } from './table-arn.ts';
import type { TableDefinition } from './table-definition.ts';
import { tableOf } from './table-of.ts';
import type { Update } from './update.ts';
import { validationError } from './validation-error.ts';

const PARAMETERS = [
  'TableName',
  'Key',
  'UpdateExpression',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValues',
  'ReturnValuesOnConditionCheckFailure',
];

/** `UpdateItem`: changes attributes of a row where its condition holds, and makes the row where there is none. */
export const updateItem: Operation = {
  action: 'dynamodb:UpdateItem',
  resource: tableArn,
  run: (input, { tables }) => {
    refuseUnknown(input, PARAMETERS);
    const key = readItem(input, 'Key');
    const given = placeholders(input);
    const update = updateIn(input, given);
    const condition = conditionIn(input, 'ConditionExpression', given);
    given.refuseUnused();
    const returned = returnValues(input, ['ALL_OLD', 'UPDATED_OLD', 'ALL_NEW', 'UPDATED_NEW']);
    const { definition, rows } = tableOf(input, tables);
    refuseKeys(update, definition);
    const identity = keyIdentity(key, definition);
    const before = rows.get(identity);
    refuseUnmet(condition, before, input);
    const after = applyUpdate(update, before ?? key);
    refuseTooLarge(after, 'update');
    rows.set(identity, after);
    return answer(returned, { before, after, update });
  },
};

function updateIn(input: Input, given: Placeholders): Update {
  const text = textOf(input, 'UpdateExpression');
  return text === undefined ? { sets: [], removes: [] } : parseUpdate(text, given);
}

function refuseKeys({ sets, removes }: Update, { partitionKey, sortKey }: TableDefinition): void {
  const touched = [...sets.map(({ name }) => name), ...removes];
  const key = touched.find((name) => name === partitionKey || name === sortKey);
  if (key === undefined) return;
  const what = `Cannot update attribute ${key}. This attribute is part of the key`;
  throw validationError(`One or more parameter values were invalid: ${what}`);
}

type Change = { readonly before: Item | undefined; readonly after: Item; readonly update: Update };

function answer(returned: ReturnValues, { before, after, update }: Change): { Attributes?: Item | undefined } {
  if (returned === 'NONE') return {};
  const row = returned.endsWith('OLD') ? before : after;
  if (row === undefined || returned.startsWith('ALL')) return { Attributes: row };
  const touched = [...update.sets.map(({ name }) => name), ...update.removes];
  const attributes = Object.entries(row).filter(([name]) => touched.includes(name));
  return attributes.length === 0 ? {} : { Attributes: Object.fromEntries(attributes) };
}
