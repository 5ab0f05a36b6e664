import type { ReportedEndpoint } from '../../model/report.ts';

/** The faults that could not be judged at these endpoints, each once with what is missing: `code: this; that`. */
export function missingLines(endpoints: readonly ReportedEndpoint[]): readonly string[] {
  const missing = new Map<string, Set<string>>();
  for (const { code, missing: lacks } of endpoints.flatMap(({ diagnosis }) => diagnosis.inconclusive)) {
    const known = missing.get(code) ?? new Set<string>();
    for (const lack of lacks) known.add(lack);
    missing.set(code, known);
  }
  return [...missing].map(([code, lacks]) => `${code} could not be judged: ${[...lacks].join('; ')}`);
}
