import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Inventory } from '../../model/inventory.ts';
import { CannotCheck } from '../cannot-check.ts';
import { savingProblem } from './saving-problem.ts';
import { snapshotText } from './snapshot-text.ts';

/** For its owner alone: it shows where an account can be reached. */
const MODE = 0o600;

/**
 * Saves an inventory as a snapshot, whole or not at all: a file that was there before stays as it was until the new one
 * is on the disk. Throws `CannotCheck`, naming file and reason, and leaves nothing behind then.
 */
export async function saveSnapshot(file: string, inventory: Inventory): Promise<void> {
  const text = snapshotText(inventory);
  try {
    const place = await placeOf(file);
    const unfinished = join(dirname(place), `.snapshot-${randomUUID()}.tmp`);
    try {
      await write(unfinished, text);
      await rename(unfinished, place);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  } catch (error) {
    throw savingProblem(file, error);
  }
}

/** Where the bytes go: to what a link leads to. Only a regular file is put in another's place; a device would be lost. */
async function placeOf(file: string): Promise<string> {
  const stats = await stat(file).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (stats === null) return file;
  if (stats.isDirectory()) throw new CannotCheck(`"${file}" is a folder: name a file in it.`);
  if (!stats.isFile()) throw new CannotCheck(`"${file}" is no regular file: a snapshot can only be saved to one.`);
  return realpath(file);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** On the disk when it returns: a rename may reach it before the bytes do. */
async function write(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', MODE);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
