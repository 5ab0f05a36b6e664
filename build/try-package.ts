import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePackage } from './make-package.ts';
import { root } from './root.ts';
import { compileConsumer } from './trial/compile-consumer.ts';
import { makeConsumer } from './trial/make-consumer.ts';
import { nodeFolder } from './trial/node-folder.ts';
import { runWell } from './trial/run-well.ts';
import { saveLabInventories } from './trial/save-lab-inventories.ts';
import { tryWith } from './trial/try-with.ts';

// Makes the package, packs it, installs it into an empty CDK project elsewhere, and uses it there with every Node that it
// claims. Needs the npm registry. Ends with status 1 at the first thing that does not work, and leaves nothing behind.

const MAJORS = [20, 22, 24];
/** To version 5, with `module: commonjs` it does not look at `exports`. */
const OLDER_TYPESCRIPT = 'typescript@5.6.3';
const MOST_MS = 480_000;

const folder = mkdtempSync(join(tmpdir(), 'origin-doctor-trial-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
setTimeout(() => fail(`it was not done after ${MOST_MS / 1000} s`), MOST_MS).unref();

try {
  await tryPackage();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

async function tryPackage(): Promise<void> {
  const { version, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const nodes = Promise.all(MAJORS.map((major) => nodeFolder(major, folder)));
  await makePackage(join(root, 'dist/package'));
  await runWell(['npm', 'pack', join(root, 'dist/package'), '--pack-destination', folder], { cwd: folder });
  say('made and packed');
  const cwd = join(folder, 'consumer');
  const cdk = ['aws-cdk-lib', 'constructs'].map((name) => `${name}@${devDependencies[name]}`);
  await makeConsumer(cwd, join(folder, `origin-doctor-${version}.tgz`), [...cdk, OLDER_TYPESCRIPT]);
  await compileConsumer(cwd);
  say('installed, and its types found in every way');
  const saved = await saveLabInventories(folder, { cwd });
  for (const [index, place] of (await nodes).entries()) {
    await tryWith({ cwd, nodeFolder: place }, version, saved);
    say(`works with Node ${MAJORS[index]}: command line, lab, engine, synthesis`);
  }
}

function say(what: string): void {
  process.stdout.write(`package: ${what} (${performance.now().toFixed(0)} ms)\n`);
}

function fail(why: string): never {
  process.stderr.write(`The package does not work: ${why}\n`);
  process.exit(1);
}
