import type { Evidence } from '../model/evidence.ts';
import type { FaultData, Proof } from './fault.ts';

/** Whether a proof is of some of the zones only in which what its fault explains shows: then another cause is in the others. */
export function showsInPart(
  { explains }: Pick<FaultData, 'explains'>,
  { zones }: Pick<Proof, 'zones'>,
  evidence: Evidence,
): boolean {
  if (zones === null || evidence.subject !== 'endpoint') return false;
  const { endpoint, facts, vantagePoints } = evidence;
  const ill = (facts.probes.known ? facts.probes.value : []).filter(
    ({ outcome }) => outcome !== 'connected' && explains.includes(`${endpoint.purpose}:${outcome}`),
  );
  // Where no place saw it, the load balancer or the configuration says it of all of them.
  const shown = vantagePoints.filter(({ id }) => ill.length === 0 || ill.some((one) => one.vantagePoint === id));
  return shown.some(({ zone }) => zone !== null && !zones.includes(zone));
}
