import { randomUUID } from 'node:crypto';
import { link, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { savingProblem } from '../../lambda/inventory/saved/saving-problem.ts';
import { alreadyThere } from './already-there.ts';

/**
 * Writes a file whole or not at all: what was there stays until the new text is on the disk. Without `force` a file that is
 * there, be it since a moment ago, is left alone. Throws `CannotCheck`, naming file and reason, and leaves nothing behind then.
 */
export async function writeWhole(file: string, text: string, force: boolean): Promise<void> {
  try {
    const place = force ? await realpath(file).catch(() => file) : file;
    const unfinished = join(dirname(place), `.origin-doctor-${randomUUID()}.tmp`);
    try {
      await write(unfinished, text);
      // A link, other than a rename, takes nobody's place.
      await (force ? rename(unfinished, place) : link(unfinished, place));
    } finally {
      await rm(unfinished, { force: true });
    }
  } catch (error) {
    throw isThere(error) ? alreadyThere(file) : savingProblem(file, error, 'configuration');
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

async function write(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
