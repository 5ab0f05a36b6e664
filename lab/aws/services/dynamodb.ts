import { deleteItem } from '../dynamodb/delete-item.ts';
import { getItem } from '../dynamodb/get-item.ts';
import { putItem } from '../dynamodb/put-item.ts';
import { query } from '../dynamodb/query.ts';
import { updateItem } from '../dynamodb/update-item.ts';
import type { Service } from '../operation.ts';

/** Amazon DynamoDB, with the tables that the endpoint's sources declare. */
export const dynamodb: Service = {
  signingName: 'dynamodb',
  version: null,
  target: 'DynamoDB_20120810',
  operations: { DeleteItem: deleteItem, GetItem: getItem, PutItem: putItem, Query: query, UpdateItem: updateItem },
};
