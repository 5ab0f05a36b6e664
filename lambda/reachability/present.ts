import type { Hop } from '../model/flow.ts';

/** Those hops that there are: a station that is not met has none. */
export function present(...hops: readonly (Hop | null)[]): readonly Hop[] {
  return hops.filter((hop) => hop !== null);
}
