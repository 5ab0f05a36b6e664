import { join } from 'node:path';
import { bundleFunctions } from './bundle-functions.ts';
import { root } from './root.ts';

// Bundles the functions that are deployed, where the construct looks for them: `dist/functions/NAME/index.mjs`.

for (const { name, bytes } of await bundleFunctions(join(root, 'dist/functions'))) {
  process.stdout.write(`${name.padEnd(12)} ${(bytes / 1024).toFixed(1).padStart(8)} KB\n`);
}
