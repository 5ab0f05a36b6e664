import { existsSync } from 'node:fs';
import { CannotCheck } from '../../lambda/inventory/cannot-check.ts';
import type { Config } from '../../lib/config/config-schema.ts';
import { readConfigFile } from '../../lib/config/read-config-file.ts';

/**
 * The configuration that stands in a file, null where there is no file. Throws `CannotCheck` where there is one that cannot be
 * used: written over, what its author meant would be lost.
 */
export function configBefore(file: string): Config | null {
  if (!existsSync(file)) return null;
  try {
    return readConfigFile(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotCheck(`${why}\nNothing was written: put the file right, or move it away and run init again.`);
  }
}
