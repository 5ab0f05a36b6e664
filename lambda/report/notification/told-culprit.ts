import type { Finding } from '../../model/diagnosis.ts';
import { culpritKey } from '../culprit-key.ts';

/** By what findings are told of as one: the same fault by the same culprit, or each by its own self (a process that died on many hosts). */
export function toldCulprit({ code, resource, culprit }: Finding): string {
  return culpritKey({ code, culprit: culprit.resource === resource ? { ...culprit, resource: 'itself' } : culprit });
}
