import type { Certainty, Component, FaultKind, Finding } from '../model/diagnosis.ts';

/**
 * Puts findings in the order in which they are read: causes before consequences before notes, each in the packet's
 * order from the load balancer to the process, the surer first. Our own troubles come last: they blame no target.
 */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      KINDS[a.kind] - KINDS[b.kind] ||
      COMPONENTS[a.component] - COMPONENTS[b.component] ||
      CERTAINTIES[a.certainty] - CERTAINTIES[b.certainty] ||
      compare(a.code, b.code),
  );
}

const KINDS: Record<FaultKind, number> = { cause: 0, consequence: 1, note: 2 };

const COMPONENTS: Record<Component, number> = {
  'load-balancer': 0,
  'load-balancer-security-group': 1,
  'load-balancer-subnet-acl': 2,
  route: 3,
  'target-subnet-acl': 4,
  'target-security-group': 5,
  'target-host': 6,
  'target-process': 7,
  prober: 8,
};

const CERTAINTIES: Record<Certainty, number> = { certain: 0, likely: 1, possible: 2 };

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
