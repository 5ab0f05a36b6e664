import type { Operation } from '../operation.ts';
import { conditionIn } from './condition-in.ts';
import { placeholders } from './placeholders.ts';
import { readItem } from './read-item.ts';
import { refuseTooLarge } from './refuse-too-large.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { refuseUnmet } from './refuse-unmet.ts';
import { returnValues } from './return-values.ts';
import { rowIdentity } from './row-identity.ts';
import { tableArn } from './table-arn.ts';
import { tableOf } from './table-of.ts';

const PARAMETERS = [
  'TableName',
  'Item',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValues',
  'ReturnValuesOnConditionCheckFailure',
];

/** `PutItem`: the whole row anew, where its condition holds of the row as it is. */
export const putItem: Operation = {
  action: 'dynamodb:PutItem',
  resource: tableArn,
  run: (input, { tables }) => {
    refuseUnknown(input, PARAMETERS);
    const item = readItem(input, 'Item');
    const given = placeholders(input);
    const condition = conditionIn(input, 'ConditionExpression', given);
    given.refuseUnused();
    const returned = returnValues(input, ['ALL_OLD']);
    refuseTooLarge(item, 'put');
    const { definition, rows } = tableOf(input, tables);
    const identity = rowIdentity(item, definition);
    const before = rows.get(identity);
    refuseUnmet(condition, before, input);
    rows.set(identity, item);
    return returned === 'ALL_OLD' ? { Attributes: before } : {};
  },
};
