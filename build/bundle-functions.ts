import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { bundleOptions } from './bundle-options.ts';
import { functionSources } from './function-sources.ts';

/** A function as it is deployed: `folder` holds `index.mjs` and nothing else. */
export type BundledFunction = {
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
  /** Modules of Node that it loads. */
  readonly imports: readonly string[];
  /** Files that went into it, by their path from the checkout. */
  readonly inputs: readonly string[];
};

/**
 * Bundles every function into a folder of its own below `folder`, which is emptied first. The AWS SDK is bundled too: the
 * version that Lambda brings along changes with the runtime's patches, and what was tested is what is to run
 * (https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html#nodejs-sdk-included).
 */
export async function bundleFunctions(folder: string): Promise<readonly BundledFunction[]> {
  rmSync(folder, { recursive: true, force: true });
  return Promise.all(
    functionSources().map(async ({ name, file }) => {
      const { metafile } = await build({
        ...bundleOptions,
        entryPoints: [file],
        outfile: join(folder, name, 'index.mjs'),
        format: 'esm',
      });
      return { name, folder: join(folder, name), ...figuresOf(metafile) };
    }),
  );
}

function figuresOf({ outputs }: Metafile): Omit<BundledFunction, 'name' | 'folder'> {
  const made = Object.values(outputs);
  return {
    bytes: made.reduce((sum, { bytes }) => sum + bytes, 0),
    imports: [...new Set(made.flatMap(({ imports }) => imports.map(({ path }) => path)))].toSorted(),
    inputs: made.flatMap(({ inputs }) => Object.keys(inputs)),
  };
}
