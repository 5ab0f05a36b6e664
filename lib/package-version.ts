import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this package, from the package.json above `lib/`, in the checkout and as published alike. */
export function packageVersion(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
  );
  return version;
}
