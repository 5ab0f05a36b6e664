import { diagnose } from '../../../lambda/diagnosis/diagnose.ts';
import type { Fault } from '../../../lambda/diagnosis/fault.ts';
import { loadBalancerEvidence } from '../../../lambda/diagnosis/load-balancer-evidence.ts';
import { targetGroupEvidence } from '../../../lambda/diagnosis/target-group-evidence.ts';
import { verifyFix } from '../../../lambda/diagnosis/verify-fix.ts';
import type { Diagnosis } from '../../../lambda/model/diagnosis.ts';
import type { Declarations, LoadBalancerEvidence, TargetGroupEvidence } from '../../../lambda/model/evidence.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { AT } from './small-world.ts';

/** What a check looks at when one load balancer or target group (by name) is to be judged as such. */
export type ResourceSituation = {
  readonly subject: 'load-balancer' | 'target-group';
  readonly name: string;
  readonly inventory: Inventory;
  readonly declarations?: Declarations;
};

/** What the engine says of it. Throws where the inventory holds nothing of that name. */
export function judgedResource(
  { subject, name, inventory, declarations = {} }: ResourceSituation,
  faults: readonly Fault[],
): { readonly evidence: LoadBalancerEvidence | TargetGroupEvidence; readonly diagnosis: Diagnosis } {
  const evidence =
    subject === 'load-balancer'
      ? loadBalancerEvidence(inventory, named(inventory.loadBalancers, name), { declarations, at: AT })
      : targetGroupEvidence(
          inventory,
          named(inventory.targetGroups.known ? inventory.targetGroups.value : [], name),
          AT,
        );
  const verify = verifyFix(inventory, evidence, declarations);
  return { evidence, diagnosis: diagnose(evidence, { faults, verify, memory: null }) };
}

function named<T extends { readonly name: string }>(all: readonly T[], name: string): T {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new Error(`the inventory holds nothing named ${name}`);
  return found;
}
