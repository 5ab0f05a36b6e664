import { execFile } from 'node:child_process';
import { delimiter } from 'node:path';

/** A program that ended. */
export type Ended = { readonly status: number; readonly stdout: string; readonly stderr: string };

/** Where and with what it runs. `nodeFolder` is put first on the path: the Node that `npx` and `#!` find. */
export type RunOptions = {
  readonly cwd: string;
  readonly nodeFolder?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

/** For installing from a slow registry; everything else takes seconds. */
const MOST_MS = 120_000;

/** Runs a program to its end. Rejects where it could not be started, or took longer than two minutes. */
export function runProgram(
  [program = '', ...args]: readonly string[],
  { cwd, nodeFolder, environment }: RunOptions,
): Promise<Ended> {
  const path = [nodeFolder, process.env['PATH']].filter((one) => one !== undefined).join(delimiter);
  const env = { ...process.env, ...environment, PATH: path };
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, env, timeout: MOST_MS, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error === null) return resolve({ status: 0, stdout, stderr });
      if (typeof error.code === 'number') return resolve({ status: error.code, stdout, stderr });
      return reject(new Error(`${program} ${args.join(' ')}: ${error.message}`));
    });
  });
}
