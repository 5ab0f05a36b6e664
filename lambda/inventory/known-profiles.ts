import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** In the config file only `[default]` and `[profile NAME]` are profiles; in the credentials file every section is one. */
const FILES = [
  {
    variable: 'AWS_CONFIG_FILE',
    file: 'config',
    section: /^\s*\[\s*(?:(default)|profile\s+["']?([^\]"']+?)["']?)\s*\]/gm,
  },
  { variable: 'AWS_SHARED_CREDENTIALS_FILE', file: 'credentials', section: /^\s*\[\s*["']?([^\]"']+?)["']?\s*\]/gm },
];

/**
 * The names of the profiles in the AWS configuration files, sorted. A file that cannot be read holds none.
 * Places and syntax: AWS SDKs and Tools reference guide, *Shared config and credentials files*.
 */
export async function knownProfiles(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const names = await Promise.all(
    FILES.map(async ({ variable, file, section }) => {
      const text = await readFile(env[variable] ?? join(homedir(), '.aws', file), 'utf8').catch(() => '');
      return [...text.matchAll(section)].map((match) => match[1] ?? match[2] ?? '');
    }),
  );
  return [...new Set(names.flat())].sort();
}
