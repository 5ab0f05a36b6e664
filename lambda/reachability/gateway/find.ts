import { type Fact, known, unknown } from '../../model/fact.ts';
import { whyUnknown } from '../../model/why-unknown.ts';

/** Looks a thing up by its id in a list that may not be known; `what` is a plural noun. */
export function find<T extends { readonly id: string }>(all: Fact<readonly T[]>, what: string, id: string): Fact<T> {
  if (!all.known) return { ...all, reason: whyUnknown(what, all) };
  const one = all.value.find((candidate) => candidate.id === id);
  return one === undefined ? unknown('not-found', `${id} is not in the inventory`) : known(one);
}
