import type { Inventory } from '../lambda/model/inventory.ts';

/** Whose account is asked, and for what: load balancers by name (all, without any; `none`), and VPCs to be read whole. */
export type AccountRead = {
  readonly profile?: string;
  readonly region?: string;
  readonly names: readonly string[] | 'none';
  readonly vpcIds?: readonly string[] | 'all';
};

/** An inventory from AWS, and the calls that it took. The SDK is loaded here and not before: it takes half a second. */
export async function readAccount({ profile, region, names, vpcIds }: AccountRead): Promise<{
  readonly inventory: Inventory;
  readonly calls: Readonly<Record<string, number>>;
}> {
  const [{ awsClients }, { readInventory }] = await Promise.all([
    import('../lambda/inventory/aws-clients.ts'),
    import('../lambda/inventory/read-inventory.ts'),
  ]);
  const clients = awsClients({ profile, region });
  const inventory = await readInventory(clients, { names, vpcIds, now: () => new Date() });
  return { inventory, calls: clients.calls };
}
