import { oncePer } from '../reachability/once-per.ts';
import type { Needs } from './fault.ts';
import type { LookedFor } from './looked-for.ts';

const namesIn = oncePer((needs: Needs) => [...new Set(needs.flat())]);

/** The values of the facts that `needs` lists and that are known. */
export function knownFacts(needs: Needs, looked: LookedFor): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const name of namesIn(needs)) {
    const fact = looked(name);
    if (fact?.known) values[name] = fact.value;
  }
  return values;
}
