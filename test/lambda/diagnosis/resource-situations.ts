import type { Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import type { ResourceSituation } from './situation.ts';

/** Situations in which a load balancer or target group as such is set up wrongly, by the code of the fault. */
export const resourceSituations: Readonly<Record<string, ResourceSituation | Partial<Looked>>> = {};
