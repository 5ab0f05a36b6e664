import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runProgram } from './run-program.ts';
import { runWell } from './run-well.ts';

/**
 * The folder of a Node of this major version: one on the path, or from the registry into `folder`. There it is the package
 * that the package `node` installs for this platform.
 */
export async function nodeFolder(major: number, folder: string): Promise<string> {
  const places = [dirname(process.execPath), ...(process.env['PATH'] ?? '').split(delimiter)];
  for (const place of places.filter((one) => existsSync(join(one, 'node')))) {
    const { stdout } = await runProgram([join(place, 'node'), '--version'], { cwd: folder });
    if (stdout.startsWith(`v${major}.`)) return place;
  }
  const name = `node-${process.platform}-${process.arch}`;
  const own = join(folder, `node-${major}`);
  mkdirSync(own);
  await runWell(['npm', 'install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', `${name}@${major}`], {
    cwd: own,
  });
  return join(own, 'node_modules', name, 'bin');
}
