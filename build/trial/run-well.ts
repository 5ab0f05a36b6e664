import { type Ended, type RunOptions, runProgram } from './run-program.ts';

/** What is to come of a program: its exit status (0, unless told), and what its standard output holds. */
export type Expected = { readonly status?: number; readonly says?: readonly string[] };

/** Runs a program that is to end so; rejects, with all that it said, where it does not. */
export async function runWell(
  command: readonly string[],
  options: RunOptions,
  { status = 0, says = [] }: Expected = {},
): Promise<Ended> {
  const ended = await runProgram(command, options);
  if (ended.status === status && says.every((text) => ended.stdout.includes(text))) return ended;
  const wanted = [`status ${status}`, ...says].join(' and ');
  throw new Error(
    `${command.join(' ')} (with ${options.nodeFolder ?? 'any Node'}): status ${ended.status}, where ${wanted} was due.\n${ended.stdout}\n${ended.stderr}`,
  );
}
