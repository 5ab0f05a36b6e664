import type { Finding } from '../../model/diagnosis.ts';
import type { Report } from '../../model/report.ts';
import type { Baseline } from './baseline.ts';
import type { GateState } from './gate-state.ts';

/**
 * How many checks in a row must be good, and for how long a gate waits for them. `witness` says whose word on a new target
 * counts: connections by default; the load balancer's, where nothing is dialled.
 */
export type GateRules = {
  readonly stable: number;
  readonly timeoutSeconds: number;
  readonly witness?: 'connections' | 'load-balancer';
};

/** A gate's rules, what stood before, and what it knows so far. */
export type Gate = { readonly rules: GateRules; readonly baseline: Baseline; readonly state: GateState };

/** One check, at a time (ISO 8601): its report, or why it came to none. */
export type Look = { readonly at: string } & ({ readonly report: Report } | { readonly failure: string });

/**
 * What a gate says. `reason` is for people; `findings` are the faults in the way; `fresh` is the number of endpoints that are
 * new since the baseline.
 */
export type GateVerdict = {
  readonly verdict: 'waiting' | 'passed' | 'held' | 'unknown';
  readonly reason: string;
  readonly findings: readonly Finding[];
  readonly fresh: number;
};
