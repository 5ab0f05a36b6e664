import type { Diagnosis } from '../model/diagnosis.ts';
import type { UnknownKind } from '../model/fact.ts';
import type { Inventory } from '../model/inventory.ts';
import { lookedFor } from './looked-for.ts';

/** Of what nobody asked for, as with a snapshot that never held it, the reader knows; of what is not there, AWS has answered. */
const UNREAD: readonly UnknownKind[] = ['forbidden', 'throttled', 'failed'];

/**
 * Tells why a fault of a load balancer or target group as such could not be excluded, as `unexcluded` of its report: it hangs on a
 * fact of the inventory that was asked for and could not be had. Without the field where there is none.
 */
export function unexcludedBy(inventory: Inventory): (diagnosis: Diagnosis) => { readonly unexcluded?: string } {
  const facts = lookedFor(inventory).map(({ fact }) => fact);
  const unread = facts.flatMap((fact) => (!fact.known && UNREAD.includes(fact.kind) ? fact.reason : []));
  // What is missing is told with the reason, whose full stop goes within a sentence.
  const reasons = [...new Set(unread.map((reason) => reason.replace(/\.$/, '')))];
  return ({ inconclusive }) => {
    for (const { code, missing } of inconclusive) {
      const lack = missing.find((words) => reasons.some((reason) => words.includes(reason)));
      if (lack !== undefined) return { unexcluded: `${code} could not be excluded for want of ${lack}` };
    }
    return {};
  };
}
