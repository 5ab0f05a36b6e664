import { setTimeout as sleep } from 'node:timers/promises';

type Event = { readonly waitMs?: number; readonly print?: string; readonly end?: boolean; readonly fail?: string };
type Context = {
  readonly invokedFunctionArn: string;
  readonly functionName: string;
  readonly getRemainingTimeInMillis: () => number;
};

let count = 0;

/** A function that says which process it runs in, for the how manyeth time, and what it was told of itself. */
export async function handler({ waitMs = 0, print, end, fail }: Event, context: Context): Promise<unknown> {
  count += 1;
  if (print !== undefined) process.stdout.write(print);
  if (end) process.exit(3);
  if (fail !== undefined) throw new TypeError(fail);
  await sleep(waitMs);
  const { invokedFunctionArn: arn, functionName: name } = context;
  return { count, pid: process.pid, arn, name, leftMs: context.getRemainingTimeInMillis(), told: process.env['TOLD'] };
}
