import { open } from 'node:fs/promises';
import { CannotCheck } from '../cannot-check.ts';
import type { FoundFile } from './list-files.ts';
import { parseSaved } from './parse-saved.ts';
import { type Budget, readBytes } from './read-bytes.ts';

/** An object's first bytes, behind the byte order mark of UTF-8 or UTF-16 as it looks in Latin 1. */
const OPENING = /^(ï»¿|ÿþ|þÿ\0)?\s*\{/;

/**
 * The JSON of a file that was found in a folder; null for a file that is of no concern: an empty one (what the AWS CLI leaves
 * behind a refused call), and one that neither is named `.json` nor holds JSON. Throws `CannotCheck` for a file of that name that
 * cannot be read, is not whole, or goes beyond the budget.
 */
export async function readFound({ path, bytes }: FoundFile, budget: Budget): Promise<unknown> {
  if (bytes === 0) return null;
  if (path.toLowerCase().endsWith('.json')) return parseSaved(path, await readBytes(path, bytes, budget));
  if (!(await beginsAsObject(path))) return null;
  try {
    return parseSaved(path, await readBytes(path, bytes, budget));
  } catch (error) {
    if (error instanceof CannotCheck) return null;
    throw error;
  }
}

/** Looks at the first bytes only: beside the answers may lie anything, of any size. */
async function beginsAsObject(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return OPENING.test(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await file.close();
  }
}
