import type { Purpose } from './endpoint.ts';
import type { InventoryChange } from './inventory-change.ts';
import type { Outcome } from './probe-result.ts';

/** What a fault is about. */
export type SubjectKind = 'origin' | 'load-balancer' | 'target-group' | 'endpoint';

/** A cause explains; a consequence follows from one; a note is no fault: no alarm, no exit status. */
export type FaultKind = 'cause' | 'consequence' | 'note';

/** A fault's place on the packet's way, from the load balancer to the process; `prober` is ourselves. */
export type Component =
  | 'prober'
  | 'load-balancer'
  | 'load-balancer-security-group'
  | 'load-balancer-subnet-acl'
  | 'route'
  | 'target-subnet-acl'
  | 'target-security-group'
  | 'target-host'
  | 'target-process';

/** How sure a finding is. `certain` only where design.md section 2 allows it. */
export type Certainty = 'certain' | 'likely' | 'possible';

/** Which witness showed the symptom. */
export type Witness = 'probe' | 'load-balancer' | 'configuration';

/** What is not as it should be. `unhealthy`: the load balancer says so and cannot tell how (an NLB never can). */
export type Symptom = {
  readonly purpose: Purpose;
  readonly outcome: Exclude<Outcome, 'connected'> | 'unhealthy';
  readonly witness: Witness;
  /** Present where the connection stands and what is said over it is not as it should be: no fault of connecting explains it. */
  readonly layer?: 'application';
};

/** The resource to blame, the line of it, and that line's value. */
export type Culprit = { readonly resource: string; readonly line?: string; readonly value?: string };

/** A fact that a finding rests on, in words. */
export type NamedFact = { readonly name: string; readonly value: string };

/** What mends it. `commands` are complete, with the real ids. `changes` is null where no configuration change mends it. */
export type Fix = {
  readonly summary: string;
  readonly commands: readonly string[];
  readonly cdk: string;
  readonly confirm: string;
  readonly changes: readonly InventoryChange[] | null;
};

/**
 * A fix as reported: `verified` is true only where the path, judged again with it applied, passes; null where no change was to
 * be judged.
 */
export type ReportedFix = Omit<Fix, 'changes'> & { readonly verified: boolean | null };

/** A present fault. */
export type Finding = {
  readonly code: string;
  readonly title: string;
  readonly kind: FaultKind;
  readonly subject: SubjectKind;
  /** What is ill: the target, the target group, the load balancer. */
  readonly resource: string;
  readonly component: Component;
  readonly certainty: Certainty;
  /** The zones from which it shows; null where it shows from all. */
  readonly zones: readonly string[] | null;
  readonly culprit: Culprit;
  readonly facts: readonly NamedFact[];
  readonly why: string;
  readonly fix: ReportedFix;
  /** ISO 8601: when it was first seen. */
  readonly since: string;
  readonly changedBy: { readonly event: string; readonly who: string; readonly when: string } | null;
  readonly impact: { readonly summary: string } | null;
  readonly see: readonly string[];
};

/** A fault that could not be judged, and what was missing for each way to prove it. */
export type InconclusiveFault = { readonly code: string; readonly missing: readonly string[] };

/** What one subject's evidence comes to. */
export type Diagnosis = {
  readonly symptom: Symptom | null;
  /** ISO 8601: when this symptom was first seen; null without a symptom. */
  readonly since: string | null;
  /** ISO 8601: the check before that, which saw it well; null where none did. What broke it lies between the two. */
  readonly lastWell: string | null;
  readonly leading: Finding | null;
  readonly others: readonly Finding[];
  readonly inconclusive: readonly InconclusiveFault[];
};
