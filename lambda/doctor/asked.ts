import { credentialsProblem } from '../inventory/credentials-problem.ts';
import { unknownOf } from '../inventory/unknown-of.ts';
import { type Fact, known } from '../model/fact.ts';

/**
 * What a call gives, as a fact: a failure is an unknown one that names the IAM action. Throws `CannotCheck` only where the
 * credentials no longer hold, since then no other call can succeed either.
 */
export async function asked<T>(action: string, call: () => Promise<T>): Promise<Fact<T>> {
  try {
    return known(await call());
  } catch (error) {
    const fatal = credentialsProblem(error);
    if (fatal !== null) throw fatal;
    return unknownOf(error, action);
  }
}
