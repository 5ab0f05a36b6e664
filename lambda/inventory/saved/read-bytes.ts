import { readFile } from 'node:fs/promises';
import { CannotCheck } from '../cannot-check.ts';
import { fileProblem } from './file-problem.ts';

/** How many bytes may be read in all, and how many were read before. */
export type Budget = { readonly maxBytes: number; readonly spent: number };

/** A file's bytes. Throws `CannotCheck` where it cannot be read, or its size (bytes) goes beyond what may be read in all. */
export async function readBytes(path: string, size: number, { maxBytes, spent }: Budget): Promise<Uint8Array> {
  if (size > maxBytes - spent) {
    const before = spent === 0 ? '' : ` after ${spent} bytes in other files`;
    throw new CannotCheck(
      `"${path}" is too large: ${size} bytes${before}, and an inventory may have ${maxBytes} in all.`,
    );
  }
  return readFile(path).catch((error: unknown) => {
    throw fileProblem(path, error);
  });
}
