import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, normalize } from 'node:path';

// Writes files of this checkout, and all of ours that they import, as JavaScript below a folder: `strip.ts FOLDER FILE …`.
// What is deployed is JavaScript too, and a process that strips types itself needs 25 MB for that alone.

const ROOT = join(import.meta.dirname, '../..');
const IMPORT = /(?<= from ')(\.[^']+)\.ts(?=')/g;
const [, , folder = '', ...files] = process.argv;
const written = new Set<string>();

for (const file of files) strip(file);
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

function strip(file: string): void {
  if (written.has(file)) return;
  written.add(file);
  const script = stripTypeScriptTypes(readFileSync(join(ROOT, file), 'utf8'));
  const target = join(folder, file.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, script.replace(IMPORT, '$1.js'));
  for (const [, name] of script.matchAll(IMPORT)) strip(normalize(join(dirname(file), `${name}.ts`)));
}
