import type { Diagnosis } from '../../model/diagnosis.ts';

/** The faults that could not be judged, each once with what is missing: `code: this; that`. */
export function missingLines(diagnoses: readonly Diagnosis[]): readonly string[] {
  const missing = new Map<string, Set<string>>();
  for (const { code, missing: lacks } of diagnoses.flatMap(({ inconclusive }) => inconclusive)) {
    const known = missing.get(code) ?? new Set<string>();
    for (const lack of lacks) known.add(lack);
    missing.set(code, known);
  }
  return [...missing].map(([code, lacks]) => `${code} could not be judged: ${[...lacks].join('; ')}`);
}
