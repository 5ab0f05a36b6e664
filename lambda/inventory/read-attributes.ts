import type { Fact } from '../model/fact.ts';
import type { Attributes } from '../model/inventory.ts';
import type { AwsClients } from './aws-clients.ts';
import type { Call } from './call.ts';
import { mapFact } from './map-fact.ts';
import { readPages } from './read-pages.ts';

/** The attributes of one load balancer or target group, by ARN. */
export async function readAttributes<Raw>(
  call: Call<Raw, readonly [string, string]>,
  clients: AwsClients,
  arn: string,
): Promise<Fact<Attributes>> {
  return mapFact(await readPages(call, clients, [arn]), (pairs) => Object.fromEntries(pairs));
}
