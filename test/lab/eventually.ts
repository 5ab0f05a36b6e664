import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the condition holds; throws with `what` when it does not within the patience. */
export async function eventually(what: string, condition: () => boolean, patienceMs = 10_000): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`in ${patienceMs} ms it did not come to pass: ${what}`);
    await sleep(25);
  }
}
