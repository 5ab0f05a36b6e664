import { randomUUID } from 'node:crypto';
import { link, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { savingProblem } from '../../lambda/inventory/saved/saving-problem.ts';
import { alreadyThere } from './already-there.ts';

/**
 * Writes a file whole or not at all: what was there stays until the new text is on the disk. Without `force` a file that is
 * there, be it since a moment ago, is left alone; with it, one that is there keeps who may read it. Throws `CannotCheck`,
 * naming file and reason, and leaves nothing behind then.
 */
export async function writeWhole(file: string, text: string, force: boolean): Promise<void> {
  try {
    const place = force ? await realpath(file).catch(() => file) : file;
    const unfinished = join(dirname(place), `.origin-doctor-${randomUUID()}.tmp`);
    try {
      await write(unfinished, text, force ? await modeOf(place) : undefined);
      await (force ? rename(unfinished, place) : putAnew(unfinished, place));
    } finally {
      await rm(unfinished, { force: true });
    }
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? alreadyThere(file) : savingProblem(file, error, 'configuration');
  }
}

async function modeOf(place: string): Promise<number | undefined> {
  const stats = await stat(place).catch(() => undefined);
  return stats && stats.mode & 0o777;
}

async function write(path: string, text: string, mode: number | undefined): Promise<void> {
  const handle = await open(path, 'wx', mode);
  try {
    // The process's mask has taken from it what the file before allowed.
    if (mode !== undefined) await handle.chmod(mode);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** How a file system says that it has no links: `ENOSYS` is FUSE's word before Linux 6.15. */
const WITHOUT_LINKS: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/**
 * A link, other than a rename, takes nobody's place. Where the file system has none (exFAT, some shares), the name is taken
 * first.
 */
async function putAnew(unfinished: string, place: string): Promise<void> {
  try {
    await link(unfinished, place);
  } catch (error) {
    if (!WITHOUT_LINKS.includes(codeOf(error))) throw error;
    await (await open(place, 'wx')).close();
    await rename(unfinished, place).catch(async (failure) => {
      await rm(place);
      throw failure;
    });
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
