import { fileURLToPath } from 'node:url';

/**
 * A path from the root: that of the checkout, or of the package, where this code stands in a file of another name, but
 * also one folder below.
 */
export function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
