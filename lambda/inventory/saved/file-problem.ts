import { CannotCheck } from '../cannot-check.ts';

const SAID: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist: name a snapshot, or a folder of saved `aws … describe-*` answers',
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  ENOTDIR: 'cannot be read: a part of its path is a file, not a folder',
  ELOOP: 'cannot be read: its links lead in a circle',
  ENAMETOOLONG: 'cannot be read: its name is too long',
  EMFILE: 'cannot be read: too many files are open',
};

/** Why a file or folder that holds an inventory cannot be read, in words. */
export function fileProblem(path: string, error: unknown): CannotCheck {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  return new CannotCheck(`"${path}" ${Object.hasOwn(SAID, code) ? SAID[code] : `cannot be read: ${message}`}.`);
}
