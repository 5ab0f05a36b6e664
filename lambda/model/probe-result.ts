/** What a TCP client saw. design.md section 2 says what each proves and what it can never be. */
export type Outcome = 'connected' | 'refused' | 'timed-out' | 'reset' | 'closed-early' | 'unreachable' | 'inconclusive';

/** One endpoint dialled from one vantage point. */
export type ProbeResult = {
  /** `Endpoint.id`. */
  readonly endpoint: string;
  /** `VantagePoint.id`. */
  readonly vantagePoint: string;
  readonly zone: string | null;
  readonly outcome: Outcome;
  /** The error's code (`ECONNREFUSED`, or for a prober that could not run, AWS's exception name); null when none was raised. */
  readonly errno: string | null;
  /** The error in words, for outcomes that are ours (`inconclusive`); null otherwise. */
  readonly detail: string | null;
  /** From the first attempt's start to the outcome, milliseconds. */
  readonly elapsedMs: number;
  readonly attempts: number;
  /** What the prober wore, where that is not what stands at its vantage point (`identity: own`). */
  readonly securityGroups?: readonly string[];
  /** ISO 8601, when the first attempt began. */
  readonly at: string;
};
