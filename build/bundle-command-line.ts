import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { bundleOptions } from './bundle-options.ts';
import { root } from './root.ts';

/**
 * Bundles the command line, and of the lab what is started or loaded by its path, each to where it stands in the checkout.
 * What they share is in `chunks/`, one folder below the root as `bin/` and `lab/` are: code finds files by that.
 */
export async function bundleCommandLine(folder: string): Promise<Metafile> {
  const { metafile } = await build({
    ...bundleOptions,
    entryPoints: ['bin/origin-doctor.ts', ...PROCESSES.map((name) => `lab/processes/${name}.ts`), ...labFaults()],
    outdir: folder,
    outbase: root,
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[hash]',
    // commander is CommonJS, and asks for modules of Node by `require`, which a module has not.
    banner: {
      js: "import{createRequire as requireOf}from'node:module';const require=requireOf(import.meta.url);",
    },
  });
  return metafile;
}

const PROCESSES = ['door', 'function', 'host', 'node'];

/** `lab-fault.ts` is the type that they share, and no way to break a world. */
function labFaults(): readonly string[] {
  return readdirSync(join(root, 'lab/faults'))
    .filter((file) => file.endsWith('.ts') && file !== 'lab-fault.ts')
    .map((file) => `lab/faults/${file}`);
}
