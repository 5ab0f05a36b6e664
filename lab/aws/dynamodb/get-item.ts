import type { Operation } from '../operation.ts';
import { keyIdentity } from './key-identity.ts';
import { placeholders } from './placeholders.ts';
import { project } from './project.ts';
import { readItem } from './read-item.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { tableArn } from './table-arn.ts';
import { tableOf } from './table-of.ts';

const PARAMETERS = ['TableName', 'Key', 'ConsistentRead', 'ProjectionExpression', 'ExpressionAttributeNames'];

/** `GetItem`. Every read is consistent here; an expired row is still there, as it may be in AWS. */
export const getItem: Operation = {
  action: 'dynamodb:GetItem',
  resource: tableArn,
  run: (input, { tables }) => {
    refuseUnknown(input, PARAMETERS);
    const key = readItem(input, 'Key');
    const given = placeholders(input);
    const projected = project(input, given);
    given.refuseUnused();
    const { definition, rows } = tableOf(input, tables);
    const row = rows.get(keyIdentity(key, definition));
    return row === undefined ? {} : { Item: projected(row) };
  },
};
