import type { Cidr } from '../../model/address.ts';
import { inSpan } from '../in-span.ts';
import type { Span } from '../read-span.ts';
import type { ClientRange } from './client-range.ts';

/**
 * One address for each stretch of a range of clients that lines treat alike: between two borders of `divisions`, the
 * ranges that the lines speak of, nothing changes. Stretches in which no client is are left out.
 */
export function piecesOf({ range, without }: ClientRange, divisions: readonly Span[]): readonly Cidr[] {
  const { family } = range;
  const borders = [...divisions, ...without]
    .filter((one) => one.family === family)
    .flatMap(({ value, last }) => [value, last + 1n])
    .filter((border) => border > range.value && border <= range.last);
  const prefix = family === 4 ? 32 : 128;
  return [...new Set([range.value, ...borders])]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((value) => ({ family, value, prefix }))
    .filter((piece) => !without.some((span) => inSpan(span, piece)));
}
