import type { Report } from '../model/report.ts';

/** Why a load balancer or target group cannot be called well, as a phrase; null where it can. */
export function whyUnjudged({
  unjudged,
  unexcluded,
}: Pick<Report['loadBalancers'][number], 'unjudged' | 'unexcluded'>): string | null {
  return unjudged ?? unexcluded ?? null;
}
