import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config-schema.ts';
import { readConfigFile } from './read-config-file.ts';

/** A configuration, and the file that it stands in. */
export type LoadedConfig = { readonly file: string; readonly config: Config };

/**
 * The configuration in `file`; without one, `origin-doctor.json` of the current folder, and where there is none the
 * sample, of which nothing can be deployed since its account does not exist. Throws where the file is missing or wrong.
 */
export function loadConfig(file: string | undefined): LoadedConfig {
  const path = file ?? (existsSync(DEFAULT) ? DEFAULT : SAMPLE);
  if (!existsSync(path)) throw new Error(`${path} does not exist; write one, or start from ${SAMPLE}`);
  return { file: path, config: readConfigFile(path) };
}

const DEFAULT = 'origin-doctor.json';
const SAMPLE = join(import.meta.dirname, '../../origin-doctor.sample.json');
