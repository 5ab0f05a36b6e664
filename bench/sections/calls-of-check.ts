import { startAwsEndpoint } from '../../lab/aws/aws-endpoint.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import { awsClients } from '../../lambda/inventory/aws-clients.ts';
import { check } from '../../lambda/join/check.ts';
import { leastCalls } from '../least-calls.ts';
import { line } from '../line.ts';

/** How many calls a check of the lab's shop makes, against the least that could tell as much. */
export async function callsOfCheck(): Promise<readonly string[]> {
  const world = healthyWorld();
  const invoke = () => Promise.reject(new Error('no prober was to be invoked'));
  const endpoint = await startAwsEndpoint({ world: () => world, health: () => ({}), invoke });
  const keys = { AWS_ACCESS_KEY_ID: 'lab', AWS_SECRET_ACCESS_KEY: 'lab' };
  Object.assign(process.env, { ...keys, AWS_ENDPOINT_URL: endpoint.url, AWS_REGION: world.region });
  try {
    const judging = { names: [], dial: null, local: null, memory: null, now: () => new Date() };
    await check({ ...judging, clients: awsClients(), trigger: { kind: 'lab', detail: null } });
    const made = Object.values(endpoint.calls()).reduce((sum, count) => sum + count, 0);
    const least = leastCalls(world);
    return [
      "Checking the lab's shop (configuration and target health)",
      line(`calls made against the least possible: ${made} to ${least}`, `${(made / least).toFixed(2)} x`, ''),
    ];
  } finally {
    await endpoint.close();
  }
}
