import { onTestFinished, vi } from 'vitest';
import { doctorClients } from '../../../lambda/doctor/doctor-clients.ts';
import { awsClients } from '../../../lambda/inventory/aws-clients.ts';
import { type ShopOptions, startShop } from '../../bin/shop.ts';

/** The real clients of one test, with a shop at their other end. */
export async function groundEndpoint(options: ShopOptions = {}) {
  const shop = await startShop(options);
  for (const [name, value] of Object.entries(shop.environment)) vi.stubEnv(name, value);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await shop.close();
  });
  return { clients: doctorClients(), aws: awsClients(), calls: shop.calls, shop };
}
