import { setTimeout as sleep } from 'node:timers/promises';
import { unknownOf } from './unknown-of.ts';

/** Half a minute in all, seven seconds for the first three. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Calls, and calls again while Lambda has no room for it: an invocation that was throttled has not begun, so that nothing is
 * done twice (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html, `TooManyRequestsException`). Rejects as the call
 * does, at once with anything else; nobody waits once `signal` says that the time is up.
 * `repeats` are 5 at most, and 5 where nothing is said.
 */
export async function onceAdmitted<T>(
  call: () => Promise<T>,
  { repeats = PAUSES_MS.length, signal }: { readonly repeats?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<T> {
  for (const pauseMs of PAUSES_MS.slice(0, repeats)) {
    try {
      return await call();
    } catch (error) {
      if (unknownOf(error, 'lambda:InvokeFunction').kind !== 'throttled') throw error;
      await sleep(pauseMs, undefined, { signal });
    }
  }
  return call();
}
