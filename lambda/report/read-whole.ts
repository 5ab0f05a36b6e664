import { watchesIn } from '../model/owners-of.ts';
import type { Report } from '../model/report.ts';

/** Target groups and names of watched paths. */
export type ReadWhole = { readonly groups: Report['targetGroups']; readonly watches: readonly string[] };

/**
 * What was read whole, so that an endpoint of it that a report does not hold is gone: target groups whose targets could be
 * read, and watched paths whose addresses are known. Where the DNS did not answer, what is there no more is not known.
 */
export function readWhole({ targetGroups, endpoints }: Report): ReadWhole {
  return {
    groups: targetGroups.filter(({ unjudged }) => unjudged === null),
    watches: watchesIn({ endpoints }).filter((name) =>
      endpoints.every(({ watch, address }) => watch !== name || address !== null),
    ),
  };
}
