import type { Fact } from '../model/fact.ts';
import type { Need } from './ids-to-ask-for.ts';
import { mapFact } from './map-fact.ts';
import type { Ways } from './ways-of.ts';

/** The part of the ways that leads to resources of these kinds, known by what their ids begin with: `pcx-`. */
export function leadingTo(ways: Fact<Ways>, ...prefixes: readonly string[]): Fact<Need> {
  const of = (ids: readonly string[]) => ids.filter((id) => prefixes.some((prefix) => id.startsWith(prefix)));
  return mapFact(ways, ({ targets }) => ({ needed: of(targets.needed), named: of(targets.named) }));
}
