import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { tableKeys } from '../contract.ts';
import { epochSeconds } from './epoch-seconds.ts';
import type { Table } from './table.ts';
import type { WriteCondition } from './write-condition.ts';

/** A condition as a request carries it. DynamoDB refuses a name or value that is given and not used. */
export function conditionParameters({ now }: Table, { expression, names = {}, values = {} }: WriteCondition) {
  const known = { '#pk': tableKeys.partition, '#expiresAt': tableKeys.expiry };
  const time: Record<string, AttributeValue> = { ':now': { N: String(epochSeconds(now())) } };
  const isUsed = ([placeholder]: [string, unknown]) => new RegExp(`${placeholder}\\b`).test(expression);
  const used = Object.entries({ ...time, ...values }).filter(isUsed);
  return {
    ConditionExpression: expression,
    ExpressionAttributeNames: Object.fromEntries(Object.entries({ ...known, ...names }).filter(isUsed)),
    ...(used.length === 0 ? {} : { ExpressionAttributeValues: Object.fromEntries(used) }),
  };
}
