import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readExample } from '../bin/read-example.ts';
import { catalogue } from '../lambda/diagnosis/catalogue.ts';
import { faultIndex } from '../lambda/diagnosis/fault-index.ts';
import { faultPage } from '../lambda/diagnosis/fault-page.ts';
import { metricsPage } from '../lambda/report/metrics/metrics-page.ts';
import { symptomsPage } from '../lambda/report/symptoms/symptoms-page.ts';
import { configJsonSchema } from '../lib/config/config-json-schema.ts';

const ROOT = new URL('../', import.meta.url);
/** All that stands in this folder is generated. */
const FAULTS = 'docs/faults/';
const SCHEMA = 'origin-doctor.schema.json';

const wanted = pages();
const stale = [...wanted].filter(([path, text]) => !isSame(path, textOf(path), text)).map(([path]) => path);
const strange = pathsIn(FAULTS).filter((path) => !wanted.has(path));

if (process.argv.includes('--check')) check();
else write();

/** Every page by its path from the root: one per fault, their index, the symptoms, the metrics, and the schema of the configuration. */
function pages(): ReadonlyMap<string, string> {
  const byPath = catalogue.map((fault): [string, string] => [
    `${FAULTS}${fault.code}.md`,
    faultPage(fault, readExample(fault.code)),
  ]);
  return new Map([
    ...byPath,
    [`${FAULTS}README.md`, faultIndex(catalogue)],
    ['docs/metrics.md', metricsPage()],
    ['docs/symptoms.md', symptomsPage(catalogue)],
    [SCHEMA, `${JSON.stringify(configJsonSchema(), null, 2)}\n`],
  ]);
}

/** The linter gives JSON another form, which is as good. */
function isSame(path: string, text: string | null, other: string): boolean {
  if (text === null || !path.endsWith('.json')) return text === other;
  return JSON.stringify(JSON.parse(text)) === JSON.stringify(JSON.parse(other));
}

function pathsIn(folder: string): readonly string[] {
  const url = new URL(folder, ROOT);
  return existsSync(url) ? readdirSync(url).map((name) => `${folder}${name}`) : [];
}

function textOf(path: string): string | null {
  const url = new URL(path, ROOT);
  return existsSync(url) ? readFileSync(url, 'utf8') : null;
}

function check(): void {
  for (const path of stale) console.error(`${path} is stale; run npm run docs`);
  for (const path of strange) console.error(`${path} is the page of no fault; run npm run docs`);
  if (stale.length + strange.length > 0) process.exitCode = 1;
}

/** What is as it should be stays as it is: the schema in the linter's form. */
function write(): void {
  mkdirSync(new URL(FAULTS, ROOT), { recursive: true });
  for (const path of strange) rmSync(new URL(path, ROOT));
  for (const path of stale) writeFileSync(new URL(path, ROOT), wanted.get(path) ?? '');
}
