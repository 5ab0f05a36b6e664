import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The dialling processes as JavaScript: their files, and how to take them away again. */
export type Stripped = { readonly prober: string; readonly bareSockets: string; readonly remove: () => void };

const STRIP = join(import.meta.dirname, 'processes/strip.ts');
const DIALLERS = ['bench/processes/prober.ts', 'bench/processes/bare-sockets.ts'];

/** Strips the dialling processes of their types, into a folder of their own. */
export function stripped(): Stripped {
  const folder = mkdtempSync(join(tmpdir(), 'origin-doctor-bench-'));
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', STRIP, folder, ...DIALLERS]);
  return {
    prober: join(folder, 'bench/processes/prober.js'),
    bareSockets: join(folder, 'bench/processes/bare-sockets.js'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
