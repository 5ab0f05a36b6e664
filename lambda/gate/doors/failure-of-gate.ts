import type { KeptVerdict } from '../kept/kept-verdict.ts';

/** A failure of the gate itself, as a verdict: it could not tell. */
export function failureOfGate(error: unknown): KeptVerdict {
  const why = error instanceof Error ? error.message : String(error);
  return { verdict: 'unknown', reason: `The gate itself failed: ${why}` };
}
