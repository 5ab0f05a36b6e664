import type { Decision } from '../../model/flow.ts';
import type { ReportedEndpoint } from '../../model/report.ts';

/** What configuration says of the ways to these endpoints, from the worst place; null where no way is known. */
export function worstPath(endpoints: readonly ReportedEndpoint[]): Decision | null {
  const decisions = endpoints.flatMap(({ paths }) => paths.map(({ verdict }) => verdict));
  return WORST_FIRST.find((decision) => decisions.includes(decision)) ?? null;
}

const WORST_FIRST: readonly Decision[] = ['deny', 'unknown', 'allow'];
