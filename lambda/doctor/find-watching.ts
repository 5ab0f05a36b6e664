import { type Choice, chooseDeployed } from './choose-deployed.ts';
import type { DoctorClients } from './doctor-clients.ts';
import { findDeployed } from './find-deployed.ts';

/** Where to look: the Region that the clients are for, and the stack that the caller named. */
export type Where = { readonly region: string; readonly stack: string | null };

/**
 * Finds the deployment that watches these load balancers (names or ARNs). Without any, the one that there is. Throws
 * `CannotCheck` where the credentials do not hold.
 */
export async function findWatching(
  clients: Pick<DoctorClients, 'cloudFormation'>,
  names: readonly string[],
  where: Where,
): Promise<Choice> {
  const found = await findDeployed(clients, where.region, where.stack);
  if (!found.known) return { why: `Whether something is deployed in ${where.region} is not known: ${found.reason}.` };
  return chooseDeployed(found.value, names, where);
}
