import { extname } from 'node:path';
import { fromRoot } from './from-root.ts';

/** The file of a process of the lab, by its name: TypeScript in the checkout, JavaScript in the package. */
export function entryFile(process: string): string {
  return fromRoot(`lab/processes/${process}${extname(import.meta.url)}`);
}
