import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { root } from './root.ts';

/**
 * What every bundle has in common. A package's own modules (`module`) are preferred to its CommonJS (`main`), which
 * cannot be shaken: the AWS SDK has both, and comes to half. Paths are relative to the checkout, so that the bytes are
 * the same wherever it stands. Target is Node 20, since the command line runs the functions too (`lab`).
 */
export const bundleOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  conditions: ['module'],
  inject: [join(root, 'build/on-node-20.ts')],
  legalComments: 'none',
  sourcemap: false,
  metafile: true,
  logLevel: 'error',
  charset: 'utf8',
} as const satisfies BuildOptions;
