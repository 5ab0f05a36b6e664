import { mapBounded } from '../inventory/map-bounded.ts';
import { known } from '../model/fact.ts';
import { type Choice, chooseDeployed } from './choose-deployed.ts';
import type { Deployed } from './deployed.ts';
import type { DoctorClients } from './doctor-clients.ts';
import { findDeployed } from './find-deployed.ts';
import { readFunction } from './read-function.ts';
import { watchedBy } from './watched-by.ts';

/** Where to look: the Region that the clients are for, and the stack that the caller named. */
export type Where = { readonly region: string; readonly stack: string | null };

/**
 * Finds the deployment that watches these load balancers (names or ARNs). Without any, and where there is one alone, its
 * monitor need not be looked at. Throws `CannotCheck` where the credentials do not hold.
 */
export async function findWatching(
  clients: Pick<DoctorClients, 'cloudFormation' | 'lambda'>,
  names: readonly string[],
  where: Where,
): Promise<Choice> {
  const found = await findDeployed(clients, where.region, where.stack);
  if (!found.known) return { why: `Whether something is deployed in ${where.region} is not known: ${found.reason}.` };
  const watchedOf = async (deployed: Deployed) =>
    names.length === 0 ? known([]) : watchedBy(await readFunction(clients, deployed.monitor));
  const candidates = await mapBounded(4, found.value, async (deployed) => {
    return { deployed, watched: await watchedOf(deployed) };
  });
  return chooseDeployed(candidates, names, where);
}
