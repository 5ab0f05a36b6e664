import type { Fact } from '../model/fact.ts';
import { factInWords } from './fact-in-words.ts';
import type { FactName, Needs } from './fault.ts';
import { listed } from './listed.ts';
import type { LookedFor } from './looked-for.ts';

/**
 * What is missing for each way to prove a fault, one sentence per way with the reasons; empty when one way is open.
 * A way that lacks more than another of the ways is not worth naming.
 */
export function missingFacts(needs: Needs, looked: LookedFor): readonly string[] {
  if (needs.some((names) => names.every((name) => looked(name)?.known))) return [];
  const lacks = needs.map((names) => names.flatMap((name) => lackOf(name, looked(name))));
  const least = lacks.filter((facts) => !lacks.some((other) => isLess(other, facts)));
  return [...new Set(least.map((facts) => listed(facts.map(({ words }) => words))))];
}

type Lack = { readonly name: FactName; readonly words: string };

function lackOf(name: FactName, fact: Fact<unknown> | undefined): readonly Lack[] {
  if (fact?.known) return [];
  return [{ name, words: `${factInWords(name)} (${fact?.reason ?? 'not asked'})` }];
}

function isLess(some: readonly Lack[], others: readonly Lack[]): boolean {
  return some.length < others.length && some.every(({ name }) => others.some((other) => other.name === name));
}
