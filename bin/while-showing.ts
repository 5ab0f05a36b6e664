import { progress } from './progress.ts';

/** Does something that takes its time, and says on a terminal what it is; Ctrl-C ends it with status 130. */
export async function whileShowing<T>(what: string, work: () => Promise<T>): Promise<T> {
  process.once('SIGINT', () => process.exit(130));
  const bar = progress(process.stderr);
  bar.show(what);
  try {
    return await work();
  } finally {
    bar.clear();
  }
}
