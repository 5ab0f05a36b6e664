import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Report } from '../../model/report.ts';

/** Every diagnosis of a report: of load balancers and target groups as such, and of endpoints. */
export function diagnosesOf({ loadBalancers, targetGroups, endpoints }: Report): readonly Diagnosis[] {
  return [...loadBalancers, ...targetGroups, ...endpoints].map(({ diagnosis }) => diagnosis);
}
