import type { WriteCondition } from './write-condition.ts';

/**
 * The row is still the one that was read at this version, or was swept since. Version 0 is no row, or one that carries no
 * version and so is none of ours: it gives way.
 */
export function ifVersion(version: number): WriteCondition {
  const unread = version === 0 ? ' OR NOT (#version > :version)' : '';
  return {
    expression: `(attribute_not_exists(#pk) OR #version = :version${unread})`,
    names: { '#version': 'version' },
    values: { ':version': { N: String(version) } },
  };
}
