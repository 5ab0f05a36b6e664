import type { Finding } from '../../model/diagnosis.ts';
import type { ToldFault } from '../../model/memory.ts';
import { isProvenCause } from '../is-proven-cause.ts';
import type { ToldSubject } from './told-subjects.ts';

/**
 * The fault that a subject is to be told of: its first certain or likely cause. `well` where it has none; `unknown`
 * where it could not be looked at, its symptom stays without a cause, or what was told `before` could not be judged again:
 * then nothing is told, and what was told before stays.
 */
export function toldFault({ state }: ToldSubject, before: ToldFault | null): Finding | 'well' | 'unknown' {
  if (state === 'gone') return 'well';
  const { leading, others, symptom, inconclusive } = state.diagnosis;
  const proven = (leading === null ? others : [leading, ...others]).find(isProvenCause);
  if (proven !== undefined) return proven;
  const unclear = inconclusive.some(({ code }) => code === before?.code);
  return state.unjudged !== null || symptom !== null || unclear ? 'unknown' : 'well';
}
