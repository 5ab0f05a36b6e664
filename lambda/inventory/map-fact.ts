import { type Fact, known } from '../model/fact.ts';

/** A fact about what was read, as a fact about what follows from it; an unknown one stays as it is. */
export function mapFact<From, To>(fact: Fact<From>, map: (value: From) => To): Fact<To> {
  return fact.known ? known(map(fact.value)) : fact;
}
