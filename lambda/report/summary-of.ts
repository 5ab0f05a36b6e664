import type { Culprit, Finding } from '../model/diagnosis.ts';
import type { Report } from '../model/report.ts';
import { culpritKey } from './culprit-key.ts';
import { exitStatus } from './exit-status.ts';

/** A fault with its culprit, however many subjects show it; `resource` is the first of them. */
type SummedFinding = Pick<Finding, 'code' | 'certainty' | 'resource'> & {
  readonly culprit: Culprit;
  readonly times: number;
};

/** What a check came to, in a line: enough to search by, and nothing that a report would be needed for. */
export type ReportSummary = Pick<
  Report,
  'checkedAt' | 'configurationReadAt' | 'trigger' | 'gone' | 'notCovered' | 'cost'
> & {
  readonly status: 0 | 2 | 3;
  readonly loadBalancers: number;
  readonly endpoints: number;
  /** The first of the distinct ones, leading ones before others. */
  readonly findings: readonly SummedFinding[];
  /** Distinct findings that are not among `findings`. */
  readonly moreFindings: number;
  readonly unjudged: number;
  readonly unread: number;
};

/** Some 300 bytes each: what CloudWatch Logs takes as one event is 256 KB. */
const MOST_FINDINGS = 100;

/** The summary of a report, which stays short however large the fleet is. */
export function summaryOf(report: Report): ReportSummary {
  const { checkedAt, configurationReadAt, trigger, endpoints, gone, notCovered, cost } = report;
  const findings = summed(report.findings);
  return {
    ...{ checkedAt, configurationReadAt, trigger },
    status: exitStatus(report),
    loadBalancers: report.loadBalancers.length,
    endpoints: endpoints.length,
    findings: findings.slice(0, MOST_FINDINGS),
    moreFindings: Math.max(0, findings.length - MOST_FINDINGS),
    unjudged: endpoints.filter(({ unjudged }) => unjudged !== null).length,
    unread: report.unread.length,
    ...{ gone, notCovered, cost },
  };
}

function summed(findings: readonly Finding[]): readonly SummedFinding[] {
  return [...Map.groupBy(findings, culpritKey).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { code, certainty, resource, culprit } = first;
    return [{ code, certainty, resource, culprit, times: same.length }];
  });
}
