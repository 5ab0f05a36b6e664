import type { Report, ReportedEndpoint } from '../model/report.ts';
import { type State, stateOf } from './page/state-of.ts';
import { whyUnjudged } from './why-unjudged.ts';

type TargetGroups = Report['targetGroups'];

/** What would be missed most comes first, for those who take from the beginning what fits. */
export const gravestFirst = {
  /** Watched paths before all: they are few, and nothing else of the report would say that one is missing. */
  endpoints: (endpoints: readonly ReportedEndpoint[]): readonly ReportedEndpoint[] => [
    ...byState(endpoints.filter(({ watch }) => watch !== null)),
    ...byState(endpoints.filter(({ watch }) => watch === null)),
  ],
  /** A group whose targets are not known has no endpoint that would tell of it. */
  targetGroups: (groups: TargetGroups): TargetGroups => [
    ...groups.filter((group) => whyUnjudged(group) !== null),
    ...groups.filter((group) => whyUnjudged(group) === null && group.leading !== null),
    ...groups.filter((group) => whyUnjudged(group) === null && group.leading === null),
  ],
} as const;

function byState(endpoints: readonly ReportedEndpoint[]): readonly ReportedEndpoint[] {
  const of = Map.groupBy(endpoints, stateOf);
  return GRAVITY.flatMap((state) => of.get(state) ?? []);
}

const GRAVITY: readonly State[] = ['faulty', 'unexplained', 'unjudged', 'healthy', 'idle'];
