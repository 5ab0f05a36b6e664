import type { Report } from '../model/report.ts';
import { exitStatus } from '../report/exit-status.ts';
import type { Stand } from './keep-looking.ts';
import type { GateVerdict } from './law/gate.ts';
import type { Standing } from './law/standing.ts';

/**
 * What a gate came to, as told to people and pipelines. `report` sums up the last check, null where none came to a report;
 * `readmitted` are the targets that were registered again, as `TARGETGROUP:TARGET[:PORT]`; `gone` are the load balancers that
 * are watched and are no longer there, by ARN or
 * name as they are watched, absent where all are; `standing` is where a gate stands whose
 * own timeout has not come, so that another call can go on with it, null once there is a verdict.
 */
export type GateAnswer = {
  readonly schemaVersion: 1;
  readonly verdict: 'passed' | 'held' | 'unknown';
  readonly reason: string;
  readonly checks: number;
  readonly newEndpoints: number;
  readonly findings: GateVerdict['findings'];
  readonly readmitted: readonly string[];
  readonly gone?: readonly string[];
  readonly report: {
    readonly checkedAt: string;
    readonly status: 0 | 2 | 3;
    readonly loadBalancers: readonly { readonly name: string; readonly state: string }[];
    readonly endpoints: number;
    readonly cost: Report['cost'];
  } | null;
  readonly standing: Standing | null;
};

/** Sums up. A gate that still waits when its caller's time is up could not tell. */
export function gateAnswer({ baseline, state, verdict, report }: Stand, readmitted: readonly string[]): GateAnswer {
  const isWaiting = verdict.verdict === 'waiting';
  return {
    schemaVersion: 1,
    verdict: verdict.verdict === 'waiting' ? 'unknown' : verdict.verdict,
    reason: isWaiting ? `The caller's time was up. ${verdict.reason}` : verdict.reason,
    checks: state.checks,
    newEndpoints: verdict.fresh,
    findings: verdict.findings.slice(0, MOST_FINDINGS),
    readmitted,
    ...(report?.gone === undefined ? {} : { gone: report.gone }),
    report: report === null ? null : summary(report),
    standing: isWaiting ? { baseline, state } : null,
  };
}

/** A synchronous answer may have 6 MB, and nobody reads more findings than that in a pipeline. */
const MOST_FINDINGS = 20;

function summary(report: Report): NonNullable<GateAnswer['report']> {
  const { checkedAt, loadBalancers, endpoints, cost } = report;
  return {
    checkedAt,
    status: exitStatus(report),
    loadBalancers: loadBalancers.map(({ name, state }) => ({ name, state })),
    endpoints: endpoints.length,
    cost,
  };
}
