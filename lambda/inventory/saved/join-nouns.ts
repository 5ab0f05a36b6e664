import { isDeepStrictEqual } from 'node:util';
import { CannotCheck } from '../cannot-check.ts';

/** A noun, and the item that it was read from. */
export type Placed<Noun> = { readonly noun: Noun; readonly file: string; readonly place: string };

/** Fields that only the owner of a shared thing is told: its tags, and the route table of a transit gateway's attachment. */
const OWNERS_ONLY = ['name', 'routeTableId'];

/**
 * What several files tell, each thing once, in the order of its first mention. Two accounts may both tell of a shared
 * subnet or transit gateway, of which only the owner is told all: what is null in the one is taken from the other. Throws
 * `CannotCheck`, naming both places, where one
 * thing is told in two ways: they were saved at different times, and no single state of the account is in them.
 */
export function joinNouns<Noun extends object>(
  placed: readonly Placed<Noun>[],
  idOf: (noun: Noun) => string,
): readonly Noun[] {
  const first = new Map<string, Placed<Noun>>();
  for (const one of placed) {
    const id = idOf(one.noun);
    const before = first.get(id);
    first.set(id, before === undefined ? one : joined(id, before, one));
  }
  return [...first.values()].map(({ noun }) => noun);
}

function joined<Noun extends object>(id: string, before: Placed<Noun>, after: Placed<Noun>): Placed<Noun> {
  const [a, b] = [filled(before.noun, after.noun), filled(after.noun, before.noun)];
  const field = Object.keys(a).find((key) => !isDeepStrictEqual(fieldOf(a, key), fieldOf(b, key)));
  if (field === undefined) return { ...before, noun: a };
  throw new CannotCheck(
    `"${before.file}" (${before.place}) and "${after.file}" (${after.place}) contradict each other: ${field} of ${id} is ${shown(a, field)} in the one and ${shown(b, field)} in the other. Keep the newer, or save all again at one time.`,
  );
}

/** The noun with what the other one knows, where it does not. */
function filled<Noun extends object>(noun: Noun, other: Noun): Noun {
  const gaps = OWNERS_ONLY.filter((field) => fieldOf(noun, field) === null);
  return { ...noun, ...Object.fromEntries(gaps.map((field) => [field, fieldOf(other, field)])) };
}

function fieldOf(noun: object, key: string): unknown {
  return Object.entries(noun).find(([field]) => field === key)?.[1];
}

function shown(noun: object, field: string): string {
  const text = JSON.stringify(fieldOf(noun, field));
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
