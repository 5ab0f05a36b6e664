import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { consumerSettings } from './consumer-settings.ts';
import { runWell } from './run-well.ts';

/**
 * Compiles the typed app in every way in which TypeScript finds modules; the older one is the consumer's own. Rejects where
 * one does not compile.
 */
export async function compileConsumer(folder: string): Promise<void> {
  for (const { name, type, compiler, compilerOptions } of consumerSettings) {
    const config = `tsconfig.${name}.json`;
    const common = { target: 'es2022', strict: true, noEmit: true, skipLibCheck: true, types: [] };
    const settings = { compilerOptions: { ...common, ...compilerOptions }, files: ['typed.ts'] };
    writeFileSync(join(folder, config), JSON.stringify(settings));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type }));
    await runWell([process.execPath, join(compiler === 'older' ? folder : root, TSC), '-p', config], { cwd: folder });
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'commonjs' }));
}

const TSC = 'node_modules/typescript/lib/tsc.js';
