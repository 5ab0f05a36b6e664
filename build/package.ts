import { join } from 'node:path';
import { makePackage } from './make-package.ts';
import { root } from './root.ts';

// Makes what is published, to be packed from its own folder: `npm pack ./dist/package`.

await makePackage(join(root, 'dist/package'));
