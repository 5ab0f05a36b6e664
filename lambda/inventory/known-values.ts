import type { Fact } from '../model/fact.ts';

/** The values of those lists that are known, as one list. Only to find out what else to ask for: it may be short. */
export function knownValues<T>(facts: readonly Fact<readonly T[]>[]): readonly T[] {
  return facts.flatMap((fact) => (fact.known ? fact.value : []));
}
