import { readFileSync } from 'node:fs';

/** The version of the checkout or package that this is part of; each has its package.json one folder above. */
export function version(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}
