import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { bundleCommandLine } from './bundle-command-line.ts';
import { bundleFunctions } from './bundle-functions.ts';
import { bundleLibrary } from './bundle-library.ts';
import { notices } from './notices.ts';
import { packageManifest } from './package-manifest.ts';
import { root } from './root.ts';
import { writeDeclarations } from './write-declarations.ts';

/**
 * Makes what is published in `folder`, which is emptied first. Gives the files whose code is in it, by their path from the
 * checkout. Throws where something does not build.
 */
export async function makePackage(folder: string): Promise<readonly string[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const functions = await bundleFunctions(join(folder, 'functions'));
  const bundles = [await bundleCommandLine(folder), ...(await bundleLibrary(folder))];
  writeDeclarations(folder, [
    { file: 'lib/construct.ts', as: 'cjs' },
    { file: 'lambda/engine.ts', as: 'js' },
    { file: 'lambda/engine.ts', as: 'cjs' },
  ]);
  const files = [...bundles.flatMap(inputsOf), ...functions.flatMap(({ inputs }) => inputs)];
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices(files));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageManifest(), null, 2)}\n`);
  for (const [from, to] of COPIED) copyFileSync(join(root, from), join(folder, to));
  cpSync(join(root, EXAMPLES), join(folder, EXAMPLES), { recursive: true });
  return files;
}

/** The schema is for editors: `init` writes configurations that name it. */
const COPIED = [
  ['build/package-readme.md', 'README.md'],
  ['CHANGELOG.md', 'CHANGELOG.md'],
  ['LICENSE', 'LICENSE'],
  ['origin-doctor.schema.json', 'origin-doctor.schema.json'],
] as const;
/** What `explain` shows of each fault, found by its path from the root. */
const EXAMPLES = 'lab/examples';

function inputsOf({ outputs }: Metafile): readonly string[] {
  return Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
}
