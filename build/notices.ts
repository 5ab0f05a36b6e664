import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/**
 * The licences of the packages that these files belong to (paths from the checkout), each text once with the packages that
 * are under it: to ship their code in bundles is to ship their terms. Throws for a package that names none.
 */
export function notices(files: readonly string[]): string {
  const packages = new Set(files.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  const byText = Map.groupBy([...packages].toSorted(), licenceOf);
  return [...byText]
    .map(([text, folders]) => `${folders.map(named).join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** The innermost: packages bring packages of their own. */
const PACKAGE = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/;

function licenceOf(folder: string): string {
  const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e(\.(md|txt))?$/i.test(name));
  if (file !== undefined) return readFileSync(join(root, folder, file), 'utf8').trim();
  const { name, license } = manifestOf(folder);
  if (license === undefined) throw new Error(`${name} names no licence: it cannot be shipped.`);
  return `${license} by its package.json, which comes without the text.`;
}

function named(folder: string): string {
  const { name, version } = manifestOf(folder);
  return `${name} ${version}`;
}

function manifestOf(folder: string): { readonly name: string; readonly version: string; readonly license?: string } {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}
