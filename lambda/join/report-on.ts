import { catalogue } from '../diagnosis/catalogue.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { verifyFix } from '../diagnosis/verify-fix.ts';
import type { EndpointEvidence } from '../model/evidence.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Report } from '../model/report.ts';
import { type Checked, reportOf } from '../report/report-of.ts';

/** An inventory and the evidence on its endpoints. */
export type Looked = { readonly inventory: Inventory; readonly evidence: readonly EndpointEvidence[] };

/** What a report tells besides. `previous` is the last report, which tells since when. */
export type Circumstances = Omit<Checked, 'inventory' | 'judged'> & { readonly previous: Report | null };

/** Has every fault of the catalogue judge the evidence, and brings what comes of it into a report. */
export function reportOn({ inventory, evidence }: Looked, { previous, ...told }: Circumstances): Report {
  return reportOf({
    ...told,
    inventory,
    judged: evidence.map((one) => {
      const verify = verifyFix(inventory, one);
      return { evidence: one, diagnosis: diagnose(one, { faults: catalogue, verify, previous }) };
    }),
  });
}
