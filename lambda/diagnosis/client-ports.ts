import type { ClientPath } from '../model/evidence.ts';

/** The ports of some paths, ascending. */
export function clientPorts(paths: readonly ClientPath[]): readonly number[] {
  return [...new Set(paths.map(({ port }) => port))].toSorted((a, b) => a - b);
}
