import { type AttributeValue, DynamoDBClient, PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import { onTestFinished } from 'vitest';
import { startAwsEndpoint } from '../../../lab/aws/aws-endpoint.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import type { Table } from '../../../lambda/memory/table.ts';

const NAME = 'origin-doctor';
/** When tests begin. */
export const START = '2026-01-10T12:00:00.000Z';

/** A table in the lab with a clock that tests set, the rows of a partition as they are, and a hand to spoil them. */
export async function keptTable({ forbidden = [] }: { forbidden?: readonly string[] } = {}) {
  const endpoint = await startAwsEndpoint({
    world: () => ({ ...healthyWorld(), forbidden }),
    health: () => ({}),
    invoke: async () => ({ kind: 'answer', payload: null }),
    tables: [{ name: NAME, partitionKey: 'pk', sortKey: 'sk' }],
  });
  const client = new DynamoDBClient({
    endpoint: endpoint.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 2,
  });
  onTestFinished(async () => {
    client.destroy();
    await endpoint.close();
  });
  let time = new Date(START);
  const table: Table = { client, name: NAME, now: () => time };
  return {
    table,
    client,
    endpoint,
    passSeconds: (seconds: number) => {
      time = new Date(time.getTime() + seconds * 1000);
    },
    rows: async (partition: string) => {
      const all = {
        TableName: NAME,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':pk': { S: partition } },
      };
      const found: Record<string, AttributeValue>[] = [];
      for await (const { Items = [] } of paginateQuery({ client }, all)) found.push(...Items);
      return found;
    },
    spoil: (row: Record<string, AttributeValue>) => client.send(new PutItemCommand({ TableName: NAME, Item: row })),
  };
}
