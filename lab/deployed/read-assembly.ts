import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from './template.ts';

/**
 * A stack as it is synthesised: its name, its template, and what it uploads by the key that the template names: folders, and the
 * templates of stacks that are nested in it.
 */
export type Assembly = {
  readonly name: string;
  readonly template: Template;
  readonly folderOf: (key: string) => string;
  readonly templateOf: (key: string) => Template;
};

type Assets = { readonly files: Readonly<Record<string, { readonly source: { readonly path: string } }>> };

/** Reads a stack from the folder that `cdk synth` wrote (`cdk.out`), by its name there. Throws where it is not there. */
export function readAssembly(folder: string, stack: string): Assembly {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const { files } = read(`${stack}.assets.json`) as Assets;
  // A key is the hash of what is uploaded, and an ending.
  const pathOf = (key: string) => {
    const path = files[key.replace(/\.[a-z]+$/, '')]?.source.path;
    if (path === undefined) throw new Error(`the stack ${stack} uploads no ${key}`);
    return path;
  };
  return {
    name: stack,
    template: read(`${stack}.template.json`) as Template,
    folderOf: (key) => join(folder, pathOf(key)),
    templateOf: (key) => read(pathOf(key)) as Template,
  };
}
