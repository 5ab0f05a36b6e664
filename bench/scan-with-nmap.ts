import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Ports to scan at one address, both included. */
export type Scanned = { readonly address: string; readonly from: number; readonly to: number };

/** How long nmap says that a connect scan took it, in milliseconds. Null where nmap is not installed. */
export async function scanWithNmap({ address, from, to }: Scanned): Promise<number | null> {
  const args = ['-sT', '-n', '-Pn', '-p', `${from}-${to}`, address];
  try {
    const { stdout } = await promisify(execFile)('nmap', args, { timeout: 60_000, maxBuffer: 2 ** 26 });
    const [, seconds] = /scanned in ([\d.]+) seconds/.exec(stdout) ?? [];
    if (seconds === undefined) throw new Error(`nmap did not say how long it took: ${stdout.slice(-200)}`);
    return Number(seconds) * 1000;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
