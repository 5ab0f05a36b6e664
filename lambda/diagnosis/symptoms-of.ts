import type { Symptom } from '../model/diagnosis.ts';
import type { Purpose } from '../model/endpoint.ts';
import type { LoadBalancerWord, VantagePath } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';

/** What the symptoms are read from. */
export type Witnesses = {
  readonly purpose: Purpose;
  /** What probes saw that is not as it should be. */
  readonly seen: readonly Symptom[];
  /** Whether a probe from the load balancer's own place was conclusive: then nobody else is asked of the way. */
  readonly dialled: boolean;
  /** The load balancer's word, where it is about this very port. */
  readonly word: LoadBalancerWord | null;
  readonly paths: Fact<readonly VantagePath[]>;
};

/** From the gravest; `inconclusive` says nothing of the target and comes last. */
const GRAVITY: readonly Symptom['outcome'][] = [
  'timed-out',
  'unreachable',
  'refused',
  'reset',
  'closed-early',
  'unhealthy',
  'inconclusive',
];

/** What is not as it should be at an endpoint, the gravest first; empty when it is as it should be. */
export function symptomsOf(witnesses: Witnesses): readonly Symptom[] {
  const { seen, dialled } = witnesses;
  const told = dialled ? answersBadly(witnesses) : toldSymptom(witnesses);
  const all = told === null ? seen : [...seen, told];
  if (all.length < 2) return all;
  return GRAVITY.flatMap((outcome) => all.find((one) => one.outcome === outcome) ?? []);
}

/** Where every place connects and the load balancer is not content, the fault lies in what is said, not in the way. */
function answersBadly({ purpose, seen, word }: Witnesses): Symptom | null {
  return word?.state === 'unhealthy' && !isAiling(seen) ? applicationSymptom(purpose) : null;
}

function isAiling(seen: readonly Symptom[]): boolean {
  return seen.some(({ outcome }) => outcome !== 'inconclusive');
}

/** Without a probe: the load balancer's unhealthy word, else a way that the configuration denies. */
function toldSymptom({ purpose, seen, word, paths }: Witnesses): Symptom | null {
  if (word?.state === 'healthy') return null;
  if (word?.state === 'unhealthy') return unhealthySymptom(purpose, seen, word.reason);
  // A stopped instance answers nobody, and the load balancer does not even ask it.
  if (word?.reason === 'Target.InvalidState') return { purpose, outcome: 'timed-out', witness: 'load-balancer' };
  const denied = paths.known && paths.value.some(({ path }) => path.verdict === 'deny');
  return denied ? { purpose, outcome: 'timed-out', witness: 'configuration' } : null;
}

/**
 * Only an Application Load Balancer tells silence from the rest; `Target.FailedHealthChecks` may be anything, and says
 * nothing beside what a probe from elsewhere saw
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html).
 */
function unhealthySymptom(purpose: Purpose, seen: readonly Symptom[], reason: string | null): Symptom | null {
  if (reason === 'Target.Timeout') return { purpose, outcome: 'timed-out', witness: 'load-balancer' };
  if (reason === 'Target.ResponseCodeMismatch') return applicationSymptom(purpose);
  return isAiling(seen) ? null : { purpose, outcome: 'unhealthy', witness: 'load-balancer' };
}

function applicationSymptom(purpose: Purpose): Symptom {
  return { purpose, outcome: 'unhealthy', witness: 'load-balancer', layer: 'application' };
}
