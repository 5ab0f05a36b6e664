/** One page: its items, and the token that asks for the next; no token on the last. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | undefined };

/**
 * Cuts a page out of a list. Null for a token that this operation never gave. The token holds a place, not an item: as in
 * AWS, a world that changes between two pages may show an item twice or not at all.
 */
export function pageOf<T>(
  all: readonly T[],
  operation: string,
  size: number,
  token: string | undefined,
): Page<T> | null {
  const start = token === undefined ? 0 : placeIn(token, operation);
  if (start === null) return null;
  const end = start + size;
  return { items: all.slice(start, end), next: end < all.length ? tokenFor(operation, end) : undefined };
}

function tokenFor(operation: string, place: number): string {
  return Buffer.from(`${operation}:${place}`).toString('base64url');
}

function placeIn(token: string, operation: string): number | null {
  const place = Number(Buffer.from(token, 'base64url').toString().split(':')[1]);
  return Number.isSafeInteger(place) && place > 0 && tokenFor(operation, place) === token ? place : null;
}
