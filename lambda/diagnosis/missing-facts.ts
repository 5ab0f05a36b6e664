import type { Fact } from '../model/fact.ts';
import { factInWords } from './fact-in-words.ts';
import type { FactName, FaultFacts, Needs } from './fault.ts';
import { listed } from './listed.ts';

/** Every fact that a fault may ask for, known or unknown. */
export type LookedFor = { readonly [K in FactName]: Fact<FaultFacts[K]> };

/**
 * What is missing for each way to prove a fault, one sentence per way with the reasons; empty when one way is open.
 * A way that lacks more than another of the ways is not worth naming.
 */
export function missingFacts(needs: Needs, looked: LookedFor): readonly string[] {
  const lacks = needs.map((names) => names.filter((name) => !looked[name].known));
  if (lacks.some((names) => names.length === 0)) return [];
  const least = lacks.filter((names) => !lacks.some((other) => isLess(other, names)));
  return [...new Set(least.map((names) => listed(names.map((name) => inWords(name, looked[name])))))];
}

function isLess(some: readonly FactName[], others: readonly FactName[]): boolean {
  return some.length < others.length && some.every((name) => others.includes(name));
}

function inWords(name: FactName, fact: Fact<unknown>): string {
  return fact.known ? factInWords(name) : `${factInWords(name)} (${fact.reason})`;
}
