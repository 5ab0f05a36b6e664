import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { consumerFiles } from './consumer-files.ts';
import { runWell } from './run-well.ts';

/** Makes an empty CDK project, installs the packed package and CDK in it, and writes an app that uses them. */
export async function makeConsumer(folder: string, tarball: string, versions: readonly string[]): Promise<void> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  const install = ['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];
  await runWell([...install, tarball, ...versions], { cwd: folder });
  if (existsSync(join(folder, 'node_modules/esbuild'))) throw new Error('esbuild came along: the trial shows nothing.');
  for (const [name, text] of Object.entries(consumerFiles)) writeFileSync(join(folder, name), text);
}
