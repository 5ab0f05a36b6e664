import type { Symptom } from '../model/diagnosis.ts';
import type { Purpose } from '../model/endpoint.ts';
import type { ProbeResult } from '../model/probe-result.ts';

/** What probes saw that is not as it should be: one symptom per outcome. */
export function seenSymptoms(purpose: Purpose, results: readonly ProbeResult[]): readonly Symptom[] {
  if (results.every(({ outcome }) => outcome === 'connected')) return [];
  const outcomes = new Set(results.map(({ outcome }) => outcome));
  return [...outcomes].flatMap((outcome): readonly Symptom[] =>
    outcome === 'connected' ? [] : [{ purpose, outcome, witness: 'probe' }],
  );
}
