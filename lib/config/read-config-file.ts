import { readFileSync } from 'node:fs';
import type { Config } from './config-schema.ts';
import { readConfig } from './read-config.ts';

/** Reads an `origin-doctor.json`. Throws one error that names the file: where it cannot be read, and as `readConfig` does. */
export function readConfigFile(file: string): Config {
  return readConfig(textOf(file), file);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
