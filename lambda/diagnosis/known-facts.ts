import type { FaultFacts, Needs } from './fault.ts';
import type { LookedFor } from './missing-facts.ts';

/** The values of the facts that `needs` lists and that are known. */
export function knownFacts(needs: Needs, looked: LookedFor): Partial<FaultFacts> {
  const values = needs.flat().flatMap((name) => {
    const fact = looked[name];
    return fact.known ? [[name, fact.value]] : [];
  });
  return Object.fromEntries(values);
}
