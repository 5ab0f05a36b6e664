import { type Fact, known } from '../model/fact.ts';

/** Several lists as one; unknown, for the first reason, where one of them is: it must not be short. */
export function joinFacts<T>(facts: readonly Fact<readonly T[]>[]): Fact<readonly T[]> {
  const values: T[] = [];
  for (const fact of facts) {
    if (!fact.known) return fact;
    values.push(...fact.value);
  }
  return known(values);
}
