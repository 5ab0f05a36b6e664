import type { Diagnosis, Finding } from './diagnosis.ts';
import type { Purpose, VantagePoint } from './endpoint.ts';
import type { LoadBalancerWord } from './evidence.ts';
import type { Decision, Hop } from './flow.ts';
import type { ProbeResult } from './probe-result.ts';

/** What asked for a check. */
export type Trigger = { readonly kind: 'schedule' | 'event' | 'cli' | 'lab'; readonly detail: string | null };

/** A probe as reported. */
export type ReportedProbe = Omit<ProbeResult, 'endpoint'>;

/** A path as reported. */
export type ReportedPath = {
  readonly vantagePoint: string;
  readonly zone: string | null;
  readonly verdict: Decision;
  readonly forward: readonly Hop[];
  readonly return: readonly Hop[];
};

/** One endpoint of a report, with all that was seen of it. */
export type ReportedEndpoint = {
  readonly id: string;
  readonly loadBalancer: string | null;
  readonly targetGroup: string | null;
  readonly watch: string | null;
  readonly target: { readonly id: string; readonly port: number | null; readonly name: string | null };
  readonly address: string | null;
  /** Where it is never dialled (a registered load balancer): what is told of it is the load balancer's word alone. */
  readonly dialled?: false;
  readonly port: number;
  readonly purpose: Purpose;
  readonly elb: LoadBalancerWord | null;
  readonly probes: readonly ReportedProbe[];
  readonly paths: readonly ReportedPath[];
  /** Why it could not be judged (an unread fact, a place whose silence proves nothing); null when it could. */
  readonly unjudged: string | null;
  readonly diagnosis: Diagnosis;
};

/** How many of each a shortened report left out. */
export type Omitted = {
  readonly findings: number;
  readonly targetGroups: number;
  readonly endpoints: number;
  readonly unread: number;
};

/** All diagnoses of one check. The contract is design.md section 6; fields may be added, never changed. */
export type Report = {
  readonly schemaVersion: 1;
  readonly checkedAt: string;
  readonly configurationReadAt: string;
  readonly trigger: Trigger;
  /** Every finding of every subject, leading ones first. */
  readonly findings: readonly Finding[];
  readonly loadBalancers: readonly {
    readonly arn: string;
    readonly name: string;
    readonly type: string;
    readonly state: string;
    /** What leads of the load balancer as such, else the first of what leads at its endpoints. */
    readonly leading: Finding | null;
    /** Of the load balancer as such. */
    readonly diagnosis: Diagnosis;
    /** Why what hangs on it could not be looked at (listeners or target groups unread); null when it could. */
    readonly unjudged: string | null;
    /** Why a fault of it could not be excluded: a fact was asked for and could not be had. Absent where none is missing. */
    readonly unexcluded?: string;
  }[];
  readonly targetGroups: readonly {
    readonly arn: string;
    readonly name: string;
    readonly loadBalancers: readonly string[];
    /** What leads of the target group as such, else the first of what leads at its endpoints. */
    readonly leading: Finding | null;
    /** Of the target group as such. */
    readonly diagnosis: Diagnosis;
    /** Why its targets could not be looked at (target health unread); null when they could. */
    readonly unjudged: string | null;
    /** As of a load balancer. */
    readonly unexcluded?: string;
    /** Where its targets are never dialled: functions, load balancers, and groups that do not speak TCP. */
    readonly dialled?: false;
  }[];
  readonly endpoints: readonly ReportedEndpoint[];
  /** The places that were dialled from; empty when nothing was dialled. */
  readonly vantagePoints: readonly VantagePoint[];
  /** What could not be read, each with its reason and, where a permission is missing, the IAM action. */
  readonly unread: readonly { readonly what: string; readonly reason: string; readonly action: string | null }[];
  /** Names of the security groups that findings speak of; absent in reports of before. */
  readonly securityGroups?: readonly { readonly id: string; readonly name: string }[];
  /** ARNs of load balancers that are watched and are no longer there; absent where all are. */
  readonly gone?: readonly string[];
  /** Names of load balancers that nobody watches, where that was looked for; absent otherwise. */
  readonly notCovered?: readonly string[];
  /**
   * What went so that the report fits a function's answer; absent where nothing did. `paths`: paths, and what is said twice;
   * every subject is there, judged as it was. `subjects`: subjects or findings as well (`omitted`), so that nothing is
   * proven well. What leads at an endpoint that is told stays.
   */
  readonly truncated?: 'paths' | 'subjects';
  /** How many of each were left out; there wherever `truncated` is `subjects`. */
  readonly omitted?: Omitted;
  readonly cost: {
    readonly apiCalls: Readonly<Record<string, number>>;
    readonly probes: number;
    readonly elapsedMs: number;
  };
};
