import { setTimeout as sleep } from 'node:timers/promises';
import { credentialsProblem } from '../inventory/credentials-problem.ts';
import { unknownOf } from '../inventory/unknown-of.ts';

/** Three times again, within half a minute. */
const PAUSES_MS = [2_000, 5_000, 15_000];

/**
 * Invokes, and invokes again where no answer came: the connection was cut, the time was up, or Lambda itself failed (5xx). For
 * invocations only that may be done twice. Rejects as the call does, at once with what will be the same the next time: a
 * refusal, wrong credentials, a function that is not there.
 */
export async function despiteFailures<T>(call: () => Promise<T>): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await call();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await sleep(pauseMs);
    }
  }
  return call();
}

/** Lambda updates a function within seconds, and says until then that there is a conflict. */
const CONFLICT = 409;

function mayPass(error: unknown): boolean {
  if (credentialsProblem(error) !== null || unknownOf(error, 'lambda:InvokeFunction').kind !== 'failed') return false;
  const status = statusOf(error);
  return status === undefined || status >= 500 || status === CONFLICT;
}

/** Undefined where there was no answer at all. */
function statusOf(error: unknown): number | undefined {
  const { $metadata } = (error ?? {}) as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return $metadata?.httpStatusCode;
}
