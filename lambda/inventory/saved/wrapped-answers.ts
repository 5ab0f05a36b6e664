import { CannotCheck } from '../cannot-check.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { moreToCome } from './more-to-come.ts';
import type { SavedAnswer } from './saved-answer.ts';
import { savedKeys } from './saved-keys.ts';
import { wrappings } from './wrappings.ts';

type Wrapping = (typeof wrappings)[number];
/** Something that may be a wrapped answer, and where it stands; nowhere, where it is the whole file. */
type Wrapped = { readonly raw: unknown; readonly place: string };

/** Other keys of lists that look like wrapped answers and are only a part of them: the routes that a search for static ones found. */
const PARTS = ['TransitGatewayStaticRoutes'];

/**
 * The answers that are asked per resource: wrapped with its ARN or id under the known key or another one, or alone in the
 * file. Throws `CannotCheck` where under the known key one of the two is missing.
 */
export function wrappedAnswers(file: string, json: JsonObject): readonly SavedAnswer[] {
  const strict = wrappings.flatMap((wrapping) =>
    Object.hasOwn(json, wrapping.key)
      ? elementsOf(file, json, wrapping.key).map((one) => unwrap(file, one, wrapping) ?? refuse(file, one, wrapping))
      : [],
  );
  const others: Wrapped[] = Object.keys(json)
    .filter((key) => ![...savedKeys, ...PARTS].includes(key) && Array.isArray(json[key]))
    .flatMap((key) => elementsOf(file, json, key));
  const loose = [{ raw: json, place: '' }, ...others].flatMap((one) =>
    wrappings.flatMap((wrapping) => unwrap(file, one, wrapping) ?? []),
  );
  return [...strict, ...loose];
}

function elementsOf(file: string, json: JsonObject, key: string): readonly Wrapped[] {
  const list = json[key];
  if (!Array.isArray(list)) throw new CannotCheck(`"${file}": ${key} is not a list.`);
  return list.map((raw: unknown, index) => ({ raw, place: `${key}[${index}].` }));
}

function unwrap(file: string, { raw, place }: Wrapped, { key, owner, list }: Wrapping): SavedAnswer | null {
  if (!isJsonObject(raw)) return null;
  const [itsOwner, items] = [raw[owner], raw[list]];
  if (typeof itsOwner !== 'string' || !Array.isArray(items)) return null;
  return {
    key,
    owner: itsOwner,
    file,
    items: items.map((item: unknown, index) => ({ raw: item, file, place: `${place}${list}[${index}]` })),
    more: moreToCome(raw),
  };
}

function refuse(file: string, { place }: Wrapped, { owner, list }: Wrapping): never {
  throw new CannotCheck(`"${file}": ${place.slice(0, -1)} must hold ${owner} and the list ${list}.`);
}
