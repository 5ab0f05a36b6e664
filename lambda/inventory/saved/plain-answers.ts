import { CannotCheck } from '../cannot-check.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { moreToCome } from './more-to-come.ts';
import type { SavedAnswer, SavedItem } from './saved-answer.ts';
import { type SavedKey, savedKeys } from './saved-keys.ts';
import { wrappings } from './wrappings.ts';

const WRAPPED: readonly SavedKey[] = wrappings.map(({ key }) => key);

/** The answers about all of a kind, each under the key that AWS gives it. Throws `CannotCheck` where one is no list. */
export function plainAnswers(file: string, json: JsonObject): readonly SavedAnswer[] {
  const keys = savedKeys.filter((key) => !WRAPPED.includes(key) && Object.hasOwn(json, key));
  return keys.map((key) => ({
    key,
    owner: null,
    file,
    items: itemsOf(file, key, json[key]),
    more: moreToCome(json),
  }));
}

function itemsOf(file: string, key: SavedKey, value: unknown): readonly SavedItem[] {
  // The one answer that is no list.
  if (key === 'VpcBlockPublicAccessOptions' && isJsonObject(value)) return [{ raw: value, file, place: key }];
  const items = listOf(file, key, value);
  return key === 'Reservations' ? items.flatMap(instancesOf) : items;
}

/** Instances stand in the reservation that started them. */
function instancesOf({ raw, file, place }: SavedItem): readonly SavedItem[] {
  return listOf(file, `${place}.Instances`, isJsonObject(raw) ? raw['Instances'] : undefined);
}

function listOf(file: string, place: string, value: unknown): readonly SavedItem[] {
  if (!Array.isArray(value)) throw new CannotCheck(`"${file}": ${place} is not a list.`);
  return value.map((raw: unknown, index) => ({ raw, file, place: `${place}[${index}]` }));
}
