import type { Symptom } from '../model/diagnosis.ts';
import type { Outcome } from '../model/probe-result.ts';
import type { FaultData } from './fault.ts';

/** What can be wrong with a connection as such. `unhealthy` from a load balancer that cannot tell may be any of them. */
const CONNECT_LEVEL: readonly Outcome[] = ['timed-out', 'unreachable', 'refused', 'reset', 'closed-early'];

/** Whether a fault explains this symptom. That it shows in the configuration explains none. */
export function explainsSymptom(
  { explains }: Pick<FaultData, 'explains'>,
  { purpose, outcome, layer }: Symptom,
): boolean {
  if (explains.includes('unhealthy')) return outcome === 'unhealthy';
  if (outcome !== 'unhealthy') return explains.includes(`${purpose}:${outcome}`);
  if (layer === 'application') return explains.includes(`${purpose}:connected`);
  return CONNECT_LEVEL.some((one) => explains.includes(`${purpose}:${one}`));
}
