import { catalogue } from '../../../lambda/diagnosis/catalogue.ts';
import { diagnose } from '../../../lambda/diagnosis/diagnose.ts';
import { evidenceOf, type Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import type { Fault } from '../../../lambda/diagnosis/fault.ts';
import { verifyFix } from '../../../lambda/diagnosis/verify-fix.ts';
import type { Diagnosis } from '../../../lambda/model/diagnosis.ts';
import type { EndpointEvidence } from '../../../lambda/model/evidence.ts';
import { AT, endpoint, places, world } from './small-world.ts';

/** What one check of the small world's endpoint comes to; what is not given is as it should be, and nothing is dialled. */
export function judged(
  looked: Partial<Looked>,
  faults: readonly Fault[] = catalogue,
): { readonly evidence: EndpointEvidence; readonly diagnosis: Diagnosis } {
  const whole: Looked = {
    ...{ inventory: world, endpoint, vantagePoints: places, results: null, memory: null, at: AT },
    declarations: {},
    ...looked,
  };
  const evidence = evidenceOf(whole);
  if (evidence === null) throw new Error('the small world does not hold this endpoint');
  const verify = verifyFix(whole.inventory, evidence, whole.declarations);
  return { evidence, diagnosis: diagnose(evidence, { faults, verify, memory: whole.memory }) };
}
