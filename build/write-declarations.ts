import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { root } from './root.ts';

/** A module whose types are published, by its path from the checkout, and what its JavaScript is (`.cjs`, `.js`). */
export type Declared = { readonly file: string; readonly as: 'cjs' | 'js' };

/** Writes the declarations of these modules, and of all that their types lead to, to where they stand in the checkout. */
export function writeDeclarations(folder: string, modules: readonly Declared[]): void {
  const emitted = mkdtempSync(join(tmpdir(), 'origin-doctor-types-'));
  try {
    emit(emitted, modules);
    for (const { file, as } of modules) copy(file, { from: emitted, to: folder, as, copied: new Set() });
  } finally {
    rmSync(emitted, { recursive: true });
  }
}

function emit(folder: string, modules: readonly Declared[]): void {
  const config = join(folder, 'tsconfig.json');
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rewriteRelativeImportExtensions: true,
    outDir: folder,
    rootDir: root,
    typeRoots: [join(root, 'node_modules/@types')],
  };
  const files = modules.map(({ file }) => join(root, file));
  writeFileSync(config, JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, files, include: [] }));
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/lib/tsc.js'), '-p', config], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

type Copying = {
  readonly from: string;
  readonly to: string;
  readonly as: Declared['as'];
  readonly copied: Set<string>;
};

/** TypeScript writes the declarations of everything that a module imports; only what its types need is published. */
function copy(file: string, copying: Copying): void {
  const { from, to, as, copied } = copying;
  if (copied.has(file)) return;
  copied.add(file);
  const text = readFileSync(join(from, file.replace(/\.ts$/, '.d.ts')), 'utf8');
  const target = join(to, file.replace(/\.ts$/, as === 'cjs' ? '.d.cts' : '.d.ts'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text.replace(RELATIVE, `$1.${as}`));
  for (const [, path = ''] of text.matchAll(RELATIVE)) {
    copy(normalize(join(dirname(file), `${path}.ts`)), copying);
  }
}

const RELATIVE = /(?<=\bfrom '|\bfrom "|\bimport\("|\bimport\(')(\.[^'"]+)\.[jt]s(?=['"])/g;
