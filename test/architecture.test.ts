import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** Libraries that compute and touch nothing: a pure folder may use these. */
const PURE_LIBRARIES = ['wrap-ansi', 'zod'];

/** The gate is the monitor with a loop: it judges nothing by itself. */
const GATE = ['inventory', 'join', 'memory', 'model', 'probe', 'publish', 'report'].map((name) => `lambda/${name}`);

/** The doctor asks what is deployed, and reads what the gate answers. */
const DOCTOR = ['actions.ts', 'contract.ts', 'gate/gate-answer.ts', 'inventory', 'model'].map(
  (name) => `lambda/${name}`,
);

/** What the files of a folder may import: folders or single files of ours, and whether Node and SDKs are allowed. */
const TABLE: readonly { folder: string; may: readonly string[]; pure: boolean }[] = [
  { folder: 'lambda/model', may: [], pure: true },
  { folder: 'lambda/endpoints', may: ['lambda/model'], pure: true },
  { folder: 'lambda/reachability', may: ['lambda/model'], pure: true },
  { folder: 'lambda/diagnosis', may: ['lambda/model', 'lambda/reachability'], pure: true },
  { folder: 'lambda/report', may: ['lambda/model', 'lambda/contract.ts', 'lambda/diagnosis'], pure: true },
  { folder: 'lambda/triggers', may: ['lambda/model'], pure: true },
  { folder: 'lambda/inventory', may: ['lambda/model'], pure: false },
  { folder: 'lambda/memory', may: ['lambda/model', 'lambda/contract.ts'], pure: false },
  { folder: 'lambda/probe', may: ['lambda/model'], pure: false },
  { folder: 'lambda/publish', may: ['lambda/model', 'lambda/contract.ts', 'lambda/report'], pure: false },
  { folder: 'lambda/gate/law', may: ['lambda/model', 'lambda/report'], pure: true },
  { folder: 'lambda/gate', may: GATE, pure: false },
  { folder: 'lambda/doctor', may: DOCTOR, pure: false },
  { folder: 'lambda/join', may: ['lambda'], pure: false },
  { folder: 'lambda/handlers', may: ['lambda'], pure: false },
  { folder: 'lab', may: ['lambda/model'], pure: false },
  { folder: 'lib', may: ['lambda/actions.ts', 'lambda/contract.ts', 'lambda/watched-events.ts'], pure: false },
  { folder: 'bin', may: ['bin', 'lambda', 'lib', 'lab'], pure: false },
];

describe.each(TABLE)('$folder', ({ folder, may }) => {
  const imports = filesOf(folder).flatMap((file) => importsOf(file).map((what) => ({ file, what })));

  it('has files', () => {
    expect(filesOf(folder)).not.toHaveLength(0);
  });

  it('imports only the folders that the table allows', () => {
    const ours = imports.filter(({ what }) => what.startsWith('.'));
    const strays = ours.filter(({ file, what }) => {
      const target = normalize(join(dirname(file), what));
      return ![folder, ...may].some((allowed) => target === allowed || target.startsWith(`${allowed}/`));
    });
    expect(strays).toEqual([]);
  });
});

it.each(TABLE.filter(({ pure }) => pure))('$folder imports neither Node nor an SDK', ({ folder }) => {
  const packages = filesOf(folder)
    .flatMap(importsOf)
    .filter((what) => !what.startsWith('.'));
  expect(packages.filter((what) => !PURE_LIBRARIES.includes(what))).toEqual([]);
});

it('gives the prober nothing but sockets', () => {
  const reached = new Set<string>();
  const outside = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const what of importsOf(file)) {
      if (what.startsWith('.')) visit(normalize(join(dirname(file), what)));
      else outside.add(what);
    }
  };
  visit('lambda/handlers/prober.ts');
  expect([...outside].filter((what) => !['node:net', 'node:perf_hooks'].includes(what))).toEqual([]);
});

function filesOf(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));
}

/** Modules that a file imports, types aside from packages included: a type of another folder is knowledge of it too. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const statements = text.matchAll(/^(?:(?:import|export|\}).*? from|import) '([^']+)';$/gm);
  const calls = text.matchAll(/\bimport\('([^']+)'\)/g);
  return [...statements, ...calls].map((match) => match[1] ?? '');
}
