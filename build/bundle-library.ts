import { join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { bundleOptions } from './bundle-options.ts';

/**
 * Bundles what `exports` names. The construct is CommonJS, since `cdk init` makes CommonJS projects whose tests run in
 * Jest, which cannot require a module; its names can be imported all the same. CDK itself stays outside: a construct must
 * have its parent's own. The engine is a module, and CommonJS for those who require it.
 */
export async function bundleLibrary(folder: string): Promise<readonly Metafile[]> {
  const construct = await build({
    ...options,
    entryPoints: ['lib/construct.ts'],
    outfile: join(folder, 'lib/construct.cjs'),
    format: 'cjs',
    external: ['aws-cdk-lib', 'constructs'],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'originDoctorUrl' },
    banner: { js: "const originDoctorUrl=require('node:url').pathToFileURL(__filename).href;" },
  });
  const engine = { ...options, entryPoints: ['lambda/engine.ts'], platform: 'neutral' } satisfies BuildOptions;
  const imported = await build({ ...engine, outfile: join(folder, 'lambda/engine.js'), format: 'esm' });
  const required = await build({ ...engine, outfile: join(folder, 'lambda/engine.cjs'), format: 'cjs' });
  return [construct, imported, required].map(({ metafile }) => metafile);
}

/** Legible: what throws in somebody's app shows its line. */
const options = { ...bundleOptions, minify: false } as const;
