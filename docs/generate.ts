import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadFaults } from '../lab/load-faults.ts';
import { catalogue } from '../lambda/diagnosis/catalogue.ts';
import { faultIndex } from '../lambda/diagnosis/fault-index.ts';
import { faultPage } from '../lambda/diagnosis/fault-page.ts';

const FOLDER = new URL('./faults/', import.meta.url);

const wanted = await pages();
const stale = [...wanted].filter(([name, text]) => textOf(name) !== text).map(([name]) => name);
const strange = namesIn(FOLDER).filter((name) => !wanted.has(name));

if (process.argv.includes('--check')) check();
else write();

/** Every page by its file name: one per fault, and the index. */
async function pages(): Promise<ReadonlyMap<string, string>> {
  const worlds = new Map((await loadFaults()).map(({ code, breaks }) => [code, breaks]));
  const byName = catalogue.map((fault): [string, string] => [
    `${fault.code}.md`,
    faultPage(fault, worlds.get(fault.code) ?? null),
  ]);
  return new Map([...byName, ['README.md', faultIndex(catalogue)]]);
}

function namesIn(folder: URL): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function textOf(name: string): string | null {
  return namesIn(FOLDER).includes(name) ? readFileSync(new URL(name, FOLDER), 'utf8') : null;
}

function check(): void {
  for (const name of stale) console.error(`docs/faults/${name} is stale; run npm run docs`);
  for (const name of strange) console.error(`docs/faults/${name} is the page of no fault; run npm run docs`);
  if (stale.length + strange.length > 0) process.exitCode = 1;
}

function write(): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of strange) rmSync(new URL(name, FOLDER));
  for (const [name, text] of wanted) writeFileSync(new URL(name, FOLDER), text);
}
