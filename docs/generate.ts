import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readExample } from '../bin/read-example.ts';
import { catalogue } from '../lambda/diagnosis/catalogue.ts';
import { faultIndex } from '../lambda/diagnosis/fault-index.ts';
import { faultPage } from '../lambda/diagnosis/fault-page.ts';
import { metricsPage } from '../lambda/report/metrics/metrics-page.ts';

const DOCS = new URL('./', import.meta.url);
/** All that stands in this folder is generated. */
const FAULTS = 'faults/';

const wanted = pages();
const stale = [...wanted].filter(([path, text]) => textOf(path) !== text).map(([path]) => path);
const strange = pathsIn(FAULTS).filter((path) => !wanted.has(path));

if (process.argv.includes('--check')) check();
else write();

/** Every page by its path from here: one per fault, their index, and the metrics. */
function pages(): ReadonlyMap<string, string> {
  const byPath = catalogue.map((fault): [string, string] => [
    `${FAULTS}${fault.code}.md`,
    faultPage(fault, readExample(fault.code)),
  ]);
  return new Map([...byPath, [`${FAULTS}README.md`, faultIndex(catalogue)], ['metrics.md', metricsPage()]]);
}

function pathsIn(folder: string): readonly string[] {
  const url = new URL(folder, DOCS);
  return existsSync(url) ? readdirSync(url).map((name) => `${folder}${name}`) : [];
}

function textOf(path: string): string | null {
  const url = new URL(path, DOCS);
  return existsSync(url) ? readFileSync(url, 'utf8') : null;
}

function check(): void {
  for (const path of stale) console.error(`docs/${path} is stale; run npm run docs`);
  for (const path of strange) console.error(`docs/${path} is the page of no fault; run npm run docs`);
  if (stale.length + strange.length > 0) process.exitCode = 1;
}

function write(): void {
  mkdirSync(new URL(FAULTS, DOCS), { recursive: true });
  for (const path of strange) rmSync(new URL(path, DOCS));
  for (const [path, text] of wanted) writeFileSync(new URL(path, DOCS), text);
}
