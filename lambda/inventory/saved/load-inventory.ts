import { stat } from 'node:fs/promises';
import type { Inventory } from '../../model/inventory.ts';
import { CannotCheck } from '../cannot-check.ts';
import { answersIn } from './answers-in.ts';
import { assembleSaved } from './assemble-saved.ts';
import { fileProblem } from './file-problem.ts';
import { isJsonObject } from './json-object.ts';
import { loadFolder } from './load-folder.ts';
import { parseSaved } from './parse-saved.ts';
import { readBytes } from './read-bytes.ts';
import { readSnapshot } from './read-snapshot.ts';
import { savedKeys } from './saved-keys.ts';

/** An account of 5,000 interfaces and 2,000 groups comes to some 20 MB, and parsed JSON takes several times its size. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_FILES = 100_000;

/**
 * An inventory from a file or folder: a snapshot of ours, one saved answer of `aws … describe-*`, or a folder of such, in
 * which keys, not names, tell what a file is. Whatever no file tells is an unknown fact. `readAt` of saved answers is the
 * time at which the oldest was written. Throws `CannotCheck`, naming the file and what is wrong with it, and where there
 * is more than `maxBytes` of JSON or `maxFiles` entries.
 */
export async function loadInventory(
  path: string,
  { maxBytes = MOST_BYTES, maxFiles = MOST_FILES }: { readonly maxBytes?: number; readonly maxFiles?: number } = {},
): Promise<Inventory> {
  const stats = await stat(path).catch((error: unknown) => {
    throw fileProblem(path, error);
  });
  if (stats.isDirectory()) return loadFolder(path, { maxBytes, maxFiles });
  if (!stats.isFile()) throw new CannotCheck(`"${path}" is neither a file nor a folder.`);
  const json = parseSaved(path, await readBytes(path, stats.size, { maxBytes, spent: 0 }));
  if (isJsonObject(json) && Object.hasOwn(json, 'schemaVersion')) return readSnapshot(path, json);
  const answers = answersIn(path, json);
  if (answers === null) {
    throw new CannotCheck(
      `"${path}" is neither a snapshot nor a saved answer of \`aws … describe-*\`: none of these is a key at its top: ${savedKeys.join(', ')}.`,
    );
  }
  return assembleSaved(answers, stats.mtime);
}
