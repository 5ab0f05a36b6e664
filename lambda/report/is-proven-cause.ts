import type { Finding } from '../model/diagnosis.ts';

/** Whether a finding is a fault found: a cause, certain or likely. Only these give exit status 2. */
export function isProvenCause({ kind, certainty }: Finding): boolean {
  return kind === 'cause' && certainty !== 'possible';
}
