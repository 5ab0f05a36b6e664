import { vi } from 'vitest';
import { startAwsEndpoint } from '../../../lab/aws/aws-endpoint.ts';
import type { World } from '../../../lab/world/world.ts';
import { awsClients } from '../../../lambda/inventory/aws-clients.ts';
import { readInventory } from '../../../lambda/inventory/read-inventory.ts';
import { healthOf } from './health-of.ts';

const now = () => new Date('2026-03-01T12:00:00Z');

/** What to read of a world: as `readInventory` takes it. */
type What = { readonly names?: readonly string[]; readonly vpcIds?: readonly string[] | 'all' };

/**
 * Reads a world over the wire, with the real SDK, from an endpoint that stands only meanwhile. Gives the inventory, what
 * the clients counted, and what the endpoint did.
 */
export async function readWorld(world: World, { names = [], vpcIds }: What = {}) {
  const endpoint = await startAwsEndpoint({
    world: () => world,
    health: () => healthOf(world),
    invoke: async () => {
      throw new Error('nobody invokes anything here');
    },
  });
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint.url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLEEXAMPLE01');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret');
  vi.stubEnv('AWS_PROFILE', '');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  try {
    const clients = awsClients({ region: world.region });
    const inventory = await readInventory(clients, { names, vpcIds, now });
    return { inventory, clients, calls: endpoint.calls(), url: endpoint.url };
  } finally {
    vi.unstubAllEnvs();
    await endpoint.close();
  }
}
