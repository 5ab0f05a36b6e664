import { setTimeout as sleep } from 'node:timers/promises';
import { unknownOf } from '../inventory/unknown-of.ts';

/** Half a minute in all. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Calls, and calls again while Lambda has no room for it: an invocation that was throttled has not begun, so that nothing is
 * done twice (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html, `TooManyRequestsException`). Rejects as the call
 * does, at once with anything else.
 */
export async function onceAdmitted<T>(call: () => Promise<T>): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await call();
    } catch (error) {
      if (unknownOf(error, 'lambda:InvokeFunction').kind !== 'throttled') throw error;
      await sleep(pauseMs);
    }
  }
  return call();
}
