import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { TableName } from './small-table.ts';

/** The one row that these tests write and read. */
export const Key = { pk: { S: 'p' }, sk: { S: 's' } };
export type Attributes = Record<string, AttributeValue>;

export function put(client: DynamoDBClient, attributes: Attributes, more: Partial<PutItemCommandInput> = {}) {
  return client.send(new PutItemCommand({ TableName, Item: { ...Key, ...attributes }, ...more }));
}

export function update(client: DynamoDBClient, more: Partial<UpdateItemCommandInput>) {
  return client.send(new UpdateItemCommand({ TableName, Key, ...more }));
}

export async function stored(client: DynamoDBClient) {
  return (await client.send(new GetItemCommand({ TableName, Key }))).Item;
}
