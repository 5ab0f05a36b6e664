import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from './template.ts';

/** A stack as it is synthesised: its template, and the folder of what it uploads by the key that the template names. */
export type Assembly = { readonly template: Template; readonly folderOf: (key: string) => string };

/** Reads a stack from the folder that `cdk synth` wrote (`cdk.out`), by its name there. Throws where it is not there. */
export function readAssembly(folder: string, stack: string): Assembly {
  return {
    template: JSON.parse(readFileSync(join(folder, `${stack}.template.json`), 'utf8')),
    folderOf: (key) => join(folder, `asset.${key.replace(/\.zip$/, '')}`),
  };
}
