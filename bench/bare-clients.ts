import { build } from 'esbuild';
import { bundleOptions } from '../build/bundle-options.ts';
import { root } from '../build/root.ts';

/**
 * Bundles the clients of the AWS SDK that are among these files (paths from the checkout), and nothing else, into `outfile`:
 * each client's class, without its commands, which is the least that has them.
 */
export async function bareClients(inputs: readonly string[], outfile: string): Promise<void> {
  const packages = new Set(inputs.flatMap((file) => CLIENT.exec(file)?.[1] ?? []));
  const lines = await Promise.all(
    [...packages].map(async (name) => `export { ${await classOf(name)} } from '${name}';`),
  );
  const stdin = { contents: lines.join('\n'), resolveDir: root };
  await build({ ...bundleOptions, stdin, outfile, format: 'esm' });
}

const CLIENT = /^node_modules\/(@aws-sdk\/client-[^/]+)\//;

async function classOf(name: string): Promise<string> {
  const found = Object.keys(await import(name)).find((one) => /^[A-Z]\w*Client$/.test(one));
  if (found === undefined) throw new Error(`${name} exports no client`);
  return found;
}
