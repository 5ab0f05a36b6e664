import type { Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import type { ResourceSituation } from './situation.ts';

/** Situations in which clients are turned away, by the code of the fault. */
export const clientSituations: Readonly<Record<string, ResourceSituation | Partial<Looked>>> = {};
