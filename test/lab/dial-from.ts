import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const CLIENT = join(import.meta.dirname, 'client.ts');
/** Longer than a connection takes on a busy machine. It is waited for in full only where silence is right. */
const WAIT_MS = 1500;
const run = promisify(execFile);

/** Connects from where these words lead to, as a client does, and gives what came of it in the client's words. */
export async function dialFrom(enter: readonly string[], host: string, port: number): Promise<string> {
  const [program = '', ...args] = [...enter, process.execPath, CLIENT];
  return (await run(program, [...args, host, String(port), String(WAIT_MS)])).stdout;
}
