import { existsSync } from 'node:fs';
import { CannotCheck } from '../../lambda/inventory/cannot-check.ts';
import type { Config } from '../../lib/config/config-schema.ts';
import { readConfigFile } from '../../lib/config/read-config-file.ts';
import { defaultFile } from './default-file.ts';

/**
 * The configuration in this file; without one in `origin-doctor.json` of the current folder, null where there is none.
 * Throws `CannotCheck` where it is missing or wrong.
 */
export function readPlan(file: string | undefined): { readonly file: string; readonly config: Config } | null {
  const path = file ?? defaultFile;
  if (!existsSync(path)) {
    if (file === undefined) return null;
    throw new CannotCheck(`"${file}" is not there: name a configuration, as \`origin-doctor init\` writes it.`);
  }
  try {
    return { file: path, config: readConfigFile(path) };
  } catch (error) {
    throw new CannotCheck(error instanceof Error ? error.message : String(error));
  }
}
