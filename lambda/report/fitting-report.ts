import type { Report, ReportedEndpoint } from '../model/report.ts';
import { jsonBytes } from './json-bytes.ts';
import { counted } from './page/counted.ts';
import { type State, stateOf } from './page/state-of.ts';

/**
 * A report cut so that it fits into so many bytes of JSON, the gravest endpoints kept first. A load balancer or target group
 * of which endpoints are left out says so and counts as not judged: what is not told is not well.
 */
export function fittingReport(report: Report, mostBytes: number): Report {
  const cut: Report = {
    ...report,
    findings: fitting(report.findings, mostBytes * SHARES.findings),
    targetGroups: fitting(report.targetGroups, mostBytes * SHARES.targetGroups),
    securityGroups: fitting(report.securityGroups ?? [], mostBytes * SHARES.securityGroups),
    unread: fitting(report.unread, mostBytes * SHARES.unread),
  };
  // The sentences on what is left out are no longer than this share.
  const room = mostBytes * (1 - SHARES.sentences) - jsonBytes({ ...cut, endpoints: [] });
  const kept = new Set(fitting(gravestFirst(report.endpoints), room));
  const left = report.endpoints.filter((endpoint) => !kept.has(endpoint));
  return {
    ...cut,
    endpoints: report.endpoints.filter((endpoint) => kept.has(endpoint)),
    loadBalancers: cut.loadBalancers.map((one) => sayingWhatIsLeft(one, left, 'loadBalancer')),
    targetGroups: cut.targetGroups.map((one) => sayingWhatIsLeft(one, left, 'targetGroup')),
  };
}

const SHARES = { findings: 0.3, targetGroups: 0.3, securityGroups: 0.05, unread: 0.05, sentences: 0.08 };

/** From the first on, as many as fit. */
function fitting<T>(things: readonly T[], mostBytes: number): readonly T[] {
  let bytes = 0;
  const end = things.findIndex((thing) => {
    bytes += jsonBytes(thing) + 1;
    return bytes > mostBytes;
  });
  return end < 0 ? things : things.slice(0, end);
}

/** Watched paths before all: they are few, and nothing else of the report would say that one is missing. */
function gravestFirst(endpoints: readonly ReportedEndpoint[]): readonly ReportedEndpoint[] {
  const byState = Map.groupBy(
    endpoints.filter(({ watch }) => watch === null),
    stateOf,
  );
  return [...endpoints.filter(({ watch }) => watch !== null), ...GRAVITY.flatMap((state) => byState.get(state) ?? [])];
}

const GRAVITY: readonly State[] = ['faulty', 'unexplained', 'unjudged', 'healthy', 'idle'];

type Resource = { readonly arn: string; readonly unjudged: string | null };

function sayingWhatIsLeft<T extends Resource>(
  resource: T,
  left: readonly ReportedEndpoint[],
  owner: 'loadBalancer' | 'targetGroup',
): T {
  const count = left.filter((endpoint) => endpoint[owner] === resource.arn).length;
  if (count === 0 || resource.unjudged !== null) return resource;
  return { ...resource, unjudged: `${counted(count, 'endpoint')} of it found no room in this report` };
}
