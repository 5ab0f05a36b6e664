import type { UnknownKind } from '../model/fact.ts';
import type { Inventory } from '../model/inventory.ts';

/** What another attempt may well give. What is denied stays so until somebody mends the role. */
const PASSING: readonly UnknownKind[] = ['throttled', 'failed'];

/**
 * Whether a call failed or was throttled while an inventory was read, so that it is worth reading again. Of the targets' health and
 * the DNS that does not matter: every check asks for these anew.
 */
export function isReadInPart({ targetHealth: _, watches: __, ...read }: Inventory): boolean {
  return holdsPassing(read);
}

function holdsPassing(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('known' in value && value.known === false) return 'kind' in value && PASSING.some((kind) => kind === value.kind);
  return Object.values(value).some(holdsPassing);
}
