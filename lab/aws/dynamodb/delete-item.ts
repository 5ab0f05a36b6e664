import type { Operation } from '../operation.ts';
import { conditionIn } from './condition-in.ts';
import { keyIdentity } from './key-identity.ts';
import { placeholders } from './placeholders.ts';
import { readItem } from './read-item.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { refuseUnmet } from './refuse-unmet.ts';
import { returnValues } from './return-values.ts';
import { tableArn } from './table-arn.ts';
import { tableOf } from './table-of.ts';

const PARAMETERS = [
  'TableName',
  'Key',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValues',
  'ReturnValuesOnConditionCheckFailure',
];

/** `DeleteItem`: takes a row away where its condition holds. A row that is not there is no error. */
export const deleteItem: Operation = {
  action: 'dynamodb:DeleteItem',
  resource: tableArn,
  run: (input, { tables }) => {
    refuseUnknown(input, PARAMETERS);
    const key = readItem(input, 'Key');
    const given = placeholders(input);
    const condition = conditionIn(input, 'ConditionExpression', given);
    given.refuseUnused();
    const returned = returnValues(input, ['ALL_OLD']);
    const { definition, rows } = tableOf(input, tables);
    const identity = keyIdentity(key, definition);
    const before = rows.get(identity);
    refuseUnmet(condition, before, input);
    rows.delete(identity);
    return returned === 'ALL_OLD' ? { Attributes: before } : {};
  },
};
