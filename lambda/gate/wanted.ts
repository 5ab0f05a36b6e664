import type { Target } from '../model/inventory.ts';

/** A target that is to be registered once it has passed; the group by name or ARN. */
export type Readmission = { readonly targetGroup: string; readonly target: Pick<Target, 'id' | 'port'> };

/** What is to be looked at beside what load balancers use: target groups by name or ARN, and targets to be registered again. */
export type Wanted = { readonly targetGroups: readonly string[]; readonly readmit: readonly Readmission[] };
