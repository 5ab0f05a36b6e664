import type { Finding } from '../../model/diagnosis.ts';
import type { ToldFault } from '../../model/memory.ts';

/** What a change is about, as a person would say it. `id` is memory's key for it. */
export type ChangedSubject = { readonly id: string; readonly name: string };

/**
 * That a fault began, became another, or was cleared. All subjects of one load balancer that are ill by the same culprit are
 * one change. `finding` is what leads now, null where nothing does; `before` is what was told of before.
 */
export type StateChange = {
  readonly kind: 'began' | 'became' | 'cleared';
  /** Of the fault that leads now; where none does, of the one that is gone. */
  readonly code: string;
  readonly finding: Finding | null;
  readonly before: ToldFault | null;
  /** Name of the load balancer, or of the watched way; null where neither is known. */
  readonly loadBalancer: string | null;
  readonly subjects: readonly ChangedSubject[];
};
