import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions } from './run-program.ts';
import { runWell } from './run-well.ts';
import type { SavedInventories } from './save-lab-inventories.ts';

const APPS = ['built/typed.js', 'required.cjs', 'imported.mjs'];
const CLI = ['npx', '--no', '--', 'origin-doctor'];

/** Uses the installed package with one Node, in every way that it offers. Rejects at the first that does not work. */
export async function tryWith(
  options: RunOptions,
  version: string,
  { healthy, broken, code }: SavedInventories,
): Promise<void> {
  const judge = [...CLI, 'check', '--from', 'none', '--inventory'];
  await runWell([...CLI, '--version'], options, { says: [version] });
  await runWell([...CLI, 'faults'], options, { says: [code] });
  await runWell([...judge, healthy], options);
  await runWell([...judge, broken], options, { status: 2, says: [code] });
  // Without what newer Nodes can: require a module.
  for (const engine of [['engine.mjs'], ['--no-experimental-require-module', 'engine.cjs']]) {
    await runWell(['node', ...engine, healthy, broken], options, { says: ['nothing then', code] });
  }
  // The lab starts processes by their files, and the bundled functions in them.
  const lab = ['lab', '--mode', 'loopback', '--pace', 'fast', '--fault', 'target-port-closed'];
  await runWell([...CLI, ...lab], options, { says: ['target-port-closed'] });
  for (const app of APPS) await synthesised(app, options);
}

/** Runs a CDK app, and looks whether the functions are among its assets. */
async function synthesised(app: string, options: RunOptions): Promise<void> {
  const out = join(options.cwd, `out-${app.replaceAll(/\W/g, '-')}-${options.nodeFolder?.replaceAll(/\W/g, '-')}`);
  await runWell(['node', app], { ...options, environment: { CDK_OUTDIR: out } });
  const functions = readdirSync(out)
    .filter((name) => name.startsWith('asset.'))
    .flatMap((name) => readdirSync(join(out, name)).map((file) => `${name}/${file}`))
    .filter((name) => name.endsWith('/index.mjs'));
  const template = readFileSync(join(out, 'Shop.template.json'), 'utf8');
  if (functions.length >= 2 && template.includes('AWS::Lambda::Function')) return;
  throw new Error(`${app}: the assembly holds these functions: ${functions.join(', ') || 'none'}.`);
}
