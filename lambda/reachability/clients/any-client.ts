import type { Cidr } from '../../model/address.ts';
import type { Hop } from '../../model/flow.ts';

/**
 * What a station does with a range of clients, of which `pieces` stand for all: it allows where it lets any of them pass,
 * and denies only where none does. Of several denying entries the first is told, before which any other one is to be put.
 * Null where there is no such station.
 */
export function anyClient(pieces: readonly Cidr[], judge: (piece: Cidr) => Hop | null): Hop | null {
  let found: Hop | null = null;
  for (const piece of pieces) {
    const hop = judge(piece);
    if (hop === null || hop.decision === 'allow') return hop;
    if (found === null || rankOf(hop) < rankOf(found)) found = hop;
  }
  return found;
}

/** Unknown before denied; then by the number of the entry, the implicit deny last. */
function rankOf({ decision, line }: Hop): number {
  if (decision === 'unknown') return -1;
  const number = Number(line ?? '*');
  return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number;
}
