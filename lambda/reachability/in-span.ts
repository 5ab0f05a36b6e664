import type { Cidr } from '../model/address.ts';
import type { Span } from './read-span.ts';

/** Whether all of `piece` lies in the span. Never across families. */
export function inSpan(span: Span, piece: Cidr): boolean {
  if (span.family !== piece.family || span.prefix > piece.prefix) return false;
  return piece.value >= span.value && piece.value <= span.last;
}
