import type { LoadBalancerWord } from '../model/evidence.ts';
import type { HealthCheck, TargetHealth } from '../model/inventory.ts';
import { saysItConnects } from './says-it-connects.ts';

/** What the word is weighed against. `symptomSince` (ISO 8601) is null where no probe contradicts the word. */
export type Weighed = {
  readonly health: TargetHealth;
  readonly check: HealthCheck;
  /** Whether the check dials the very port that is judged. */
  readonly checksThisPort: boolean;
  readonly symptomSince: string | null;
  readonly at: string;
};

/**
 * The load balancer's word, and whether it has settled. It goes by its last checks, so a word that speaks against what
 * a probe saw counts only when the symptom has outlasted interval × unhealthy threshold + timeout. A target that it
 * calls neither healthy nor unhealthy (`initial`, `draining`, …) it has not judged.
 */
export function loadBalancerWord(weighed: Weighed): LoadBalancerWord {
  const { state, reason } = weighed.health;
  return { state, reason, settled: weighed.checksThisPort && isSettled(weighed) };
}

function isSettled({ health, check, symptomSince, at }: Weighed): boolean {
  if (!saysItConnects(health)) return health.state === 'unhealthy';
  if (symptomSince === null) return true;
  const lagMs = (check.intervalSeconds * check.unhealthyThreshold + check.timeoutSeconds) * 1000;
  return Date.parse(at) - Date.parse(symptomSince) >= lagMs;
}
