import type { Inventory } from '../../model/inventory.ts';
import { CannotCheck } from '../cannot-check.ts';
import { answersIn } from './answers-in.ts';
import { assembleSaved } from './assemble-saved.ts';
import { isJsonObject } from './json-object.ts';
import { listFiles } from './list-files.ts';
import { readFound } from './read-found.ts';
import type { SavedAnswer } from './saved-answer.ts';
import { savedKeys } from './saved-keys.ts';

/**
 * The inventory that the saved answers in a folder and below it come to, whatever the folders between are named after.
 * Throws `CannotCheck` for JSON that is not whole, and where nothing is known at all.
 */
export async function loadFolder(
  folder: string,
  { maxBytes, maxFiles }: { readonly maxBytes: number; readonly maxFiles: number },
): Promise<Inventory> {
  const answers: SavedAnswer[] = [];
  const written: number[] = [];
  const snapshots: string[] = [];
  for await (const { file, json } of jsonFiles(folder, maxFiles, maxBytes)) {
    const found = answersIn(file.path, json);
    if (found !== null) written.push(file.modified);
    else if (isSnapshot(json)) snapshots.push(file.path);
    for (const answer of found ?? []) answers.push(answer);
  }
  if (written.length === 0) throw nothingKnown(folder, snapshots);
  return assembleSaved(answers, new Date(written.reduce((oldest, one) => Math.min(oldest, one))));
}

async function* jsonFiles(folder: string, maxFiles: number, maxBytes: number) {
  let spent = 0;
  for (const file of await listFiles(folder, maxFiles)) {
    const json = await readFound(file, { maxBytes, spent });
    if (json === null) continue;
    spent += file.bytes;
    yield { file, json };
  }
}

function isSnapshot(json: unknown): boolean {
  return isJsonObject(json) && Object.hasOwn(json, 'schemaVersion');
}

function nothingKnown(folder: string, [snapshot]: readonly string[]): CannotCheck {
  if (snapshot !== undefined) {
    return new CannotCheck(
      `"${folder}" holds no saved answers. If "${snapshot}" is a snapshot, name that file itself.`,
    );
  }
  return new CannotCheck(
    `"${folder}" holds no saved answer of \`aws … describe-*\`: no JSON file in it has one of these keys at its top: ${savedKeys.join(', ')}.`,
  );
}
