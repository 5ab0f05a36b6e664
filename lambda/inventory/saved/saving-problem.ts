import { dirname } from 'node:path';
import { CannotCheck } from '../cannot-check.ts';

const SAID: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `there is no folder "${dirname(file)}"`,
  ENOTDIR: (file) => `"${dirname(file)}" is not a folder`,
  EACCES: (file) => `permission denied in "${dirname(file)}"`,
  EPERM: (file) => `permission denied in "${dirname(file)}"`,
  EROFS: () => 'the file system is read-only',
  ENOSPC: () => 'the disk is full',
  EDQUOT: () => 'the disk quota is used up',
  EFBIG: () => 'the file would be too large for this file system or user',
  ENAMETOOLONG: () => 'the name is too long',
};

/** Why a file could not be saved, in words; `what` it is. */
export function savingProblem(file: string, error: unknown, what = 'snapshot'): CannotCheck {
  if (error instanceof CannotCheck) return error;
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const said = Object.hasOwn(SAID, code) ? SAID[code]?.(file) : undefined;
  return new CannotCheck(`The ${what} cannot be saved to "${file}": ${said ?? message}. Nothing was written.`);
}
