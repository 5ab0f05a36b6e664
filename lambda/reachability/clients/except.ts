import type { Span } from '../read-span.ts';
import type { ClientRange } from './client-range.ts';
import { piecesOf } from './pieces-of.ts';

/** Clients but for those in some ranges, which `where` names; null where that leaves nobody. */
export function except(clients: ClientRange, ranges: readonly Span[], where: string): ClientRange | null {
  const key = `${clients.key} without ${where}`;
  const fewer = { ...clients, key, without: [...clients.without, ...ranges] };
  return piecesOf(fewer, []).length === 0 ? null : fewer;
}
