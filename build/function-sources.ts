import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

const FOLDER = 'lambda/handlers';

/** Each function that is deployed: a file of `lambda/handlers/` that exports `handler`, named as its file, in that order. */
export function functionSources(): readonly { readonly name: string; readonly file: string }[] {
  return readdirSync(join(root, FOLDER))
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
    .map((file) => ({ name: file.slice(0, -'.ts'.length), file: `${FOLDER}/${file}` }))
    .filter(({ file }) => EXPORTS_HANDLER.test(readFileSync(join(root, file), 'utf8')));
}

const EXPORTS_HANDLER = /^export (?:async function|function|const) handler\b/m;
