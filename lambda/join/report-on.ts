import { catalogue } from '../diagnosis/catalogue.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { verifyFix } from '../diagnosis/verify-fix.ts';
import type { Declarations, Evidence } from '../model/evidence.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Memory } from '../model/memory.ts';
import type { Report } from '../model/report.ts';
import { type Checked, reportOf } from '../report/report-of.ts';

/** An inventory and the evidence on all of it. */
export type Looked = { readonly inventory: Inventory; readonly evidence: readonly Evidence[] };

/** What a report tells besides. `memory` is what checks before this one saw, which tells since when. */
export type Circumstances = Omit<Checked, 'inventory' | 'judged'> & {
  readonly memory: Memory | null;
  readonly declarations: Declarations;
};

/** Has every fault of the catalogue judge the evidence, and brings what comes of it into a report. */
export function reportOn({ inventory, evidence }: Looked, { memory, declarations, ...told }: Circumstances): Report {
  return reportOf({
    ...told,
    inventory,
    judged: evidence.map((one) => {
      const verify = verifyFix(inventory, one, declarations);
      return { evidence: one, diagnosis: diagnose(one, { faults: catalogue, verify, memory }) };
    }),
  });
}
