import type { WriteCondition } from './write-condition.ts';

/** Nothing stands there, or only what has expired. `NOT >` also takes a row whose expiry is missing or of another type. */
export const ifFree: WriteCondition = { expression: 'attribute_not_exists(#pk) OR NOT (#expiresAt > :now)' };
