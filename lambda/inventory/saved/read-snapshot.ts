import type { Inventory } from '../../model/inventory.ts';
import { CannotCheck } from '../cannot-check.ts';
import { inventorySchema } from './inventory-schema.ts';
import type { JsonObject } from './json-object.ts';
import { problemIn } from './problem-in.ts';

/** A snapshot's JSON as an inventory. Throws `CannotCheck` for another version, and where a field is not as it must be. */
export function readSnapshot(file: string, json: JsonObject): Inventory {
  const version = json['schemaVersion'];
  if (version !== 1) {
    throw new CannotCheck(`"${file}" has schemaVersion ${JSON.stringify(version)}; only 1 can be read.`);
  }
  const read = inventorySchema.safeParse(json);
  if (read.success) return read.data;
  if (Object.hasOwn(json, 'checkedAt')) {
    throw new CannotCheck(`"${file}" is a report, not a snapshot: save one with \`origin-doctor snapshot -o FILE\`.`);
  }
  throw new CannotCheck(`"${file}" is not a whole snapshot: ${problemIn(read.error)}.`);
}
