import { existsSync, readFileSync } from 'node:fs';
import type { Config } from '../../lib/config/config-schema.ts';
import { readConfig } from '../../lib/config/read-config.ts';

/** The configuration that stands in a file, null where there is none that can be used; `unusable` says what is wrong with it. */
export function configBefore(file: string): { readonly config: Config | null; readonly unusable: string | null } {
  if (!existsSync(file)) return { config: null, unusable: null };
  try {
    return { config: readConfig(readFileSync(file, 'utf8'), file), unusable: null };
  } catch (error) {
    return { config: null, unusable: error instanceof Error ? error.message : String(error) };
  }
}
