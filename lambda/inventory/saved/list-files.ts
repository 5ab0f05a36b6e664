import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotCheck } from '../cannot-check.ts';
import { fileProblem } from './file-problem.ts';

/** A regular file of a folder. `bytes` is its size, `modified` when it was written last (milliseconds since 1970). */
export type FoundFile = { readonly path: string; readonly bytes: number; readonly modified: number };

/**
 * Every regular file in a folder and below it, in the order of their paths; hidden ones are left out, and links are
 * followed, each folder once. Throws `CannotCheck` for a folder that cannot be read, and beyond `mostFiles` entries.
 */
export async function listFiles(folder: string, mostFiles: number): Promise<readonly FoundFile[]> {
  const waiting = [folder];
  const seen = new Set<string>();
  const found: FoundFile[] = [];
  let entries = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const names = await namesIn(next, seen);
    entries += names.length;
    if (entries > mostFiles) {
      throw new CannotCheck(`"${folder}" holds more than ${mostFiles} files: name a folder of saved answers alone.`);
    }
    for (const name of names) await sort(join(next, name), waiting, found);
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The names in a folder; none for a folder that was seen before, by whatever path: links may lead in a circle. */
async function namesIn(folder: string, seen: Set<string>): Promise<readonly string[]> {
  try {
    const { dev, ino } = await stat(folder, { bigint: true });
    if (seen.has(`${dev} ${ino}`)) return [];
    seen.add(`${dev} ${ino}`);
    return (await readdir(folder)).filter((name) => !name.startsWith('.'));
  } catch (error) {
    throw fileProblem(folder, error);
  }
}

/** Folders wait, files are found; pipes, sockets and devices are passed over, as reading one may never end. */
async function sort(path: string, waiting: string[], found: FoundFile[]): Promise<void> {
  const stats = await stat(path).catch((error: unknown) => {
    if (isNowhere(error)) return null;
    throw fileProblem(path, error);
  });
  if (stats?.isDirectory()) waiting.push(path);
  if (stats?.isFile()) found.push({ path, bytes: stats.size, modified: stats.mtimeMs });
}

/** A link that leads nowhere, or to itself, and a file that was deleted meanwhile hold nothing. */
function isNowhere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP');
}
