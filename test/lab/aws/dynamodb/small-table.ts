import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { onTestFinished } from 'vitest';
import { startAwsEndpoint } from '../../../../lab/aws/aws-endpoint.ts';
import type { World } from '../../../../lab/world/world.ts';
import { smallWorld } from '../small-world.ts';

export const TableName = 'memory';

/** An endpoint with one table, and a real client that speaks to it; closed when the test ends. */
export async function smallTable(world: World = smallWorld()) {
  const endpoint = await startAwsEndpoint({
    world: () => world,
    health: () => ({}),
    invoke: async () => ({ kind: 'answer', payload: null }),
    tables: [{ name: TableName, partitionKey: 'pk', sortKey: 'sk' }],
  });
  const client = new DynamoDBClient({
    endpoint: endpoint.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
  onTestFinished(async () => {
    client.destroy();
    await endpoint.close();
  });
  return { client, endpoint };
}
