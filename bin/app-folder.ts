import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the CDK app stands that reads origin-doctor.json: the checkout's root. Null in the npm package, which has none. */
export function appFolder(): string | null {
  return existsSync(new URL('../bin/app.ts', import.meta.url)) ? fileURLToPath(new URL('..', import.meta.url)) : null;
}
