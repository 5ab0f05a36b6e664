import { type Fact, known } from '../model/fact.ts';
import type { AwsClients } from './aws-clients.ts';
import type { Call } from './call.ts';
import { collectPages } from './collect-pages.ts';
import { credentialsProblem } from './credentials-problem.ts';
import { unknownOf } from './unknown-of.ts';

/**
 * Every noun that a call gives for these values, as a fact: a failure is an unknown one, never a short list. Throws
 * `CannotCheck` only where the credentials no longer hold, since then no other call can succeed either.
 */
export async function readPages<Raw, Noun>(
  call: Call<Raw, Noun>,
  clients: AwsClients,
  values: readonly string[] | 'all',
): Promise<Fact<readonly Noun[]>> {
  try {
    return known(await collectPages(call, clients, values));
  } catch (error) {
    const fatal = credentialsProblem(error);
    if (fatal !== null) throw fatal;
    return unknownOf(error, call.action);
  }
}
