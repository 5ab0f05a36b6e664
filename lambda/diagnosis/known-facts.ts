import type { Needs } from './fault.ts';
import type { LookedFor } from './looked-for.ts';

/** The values of the facts that `needs` lists and that are known. */
export function knownFacts(needs: Needs, looked: LookedFor): Readonly<Record<string, unknown>> {
  const values = needs.flat().flatMap((name) => {
    const fact = looked[name];
    return fact?.known ? [[name, fact.value]] : [];
  });
  return Object.fromEntries(values);
}
