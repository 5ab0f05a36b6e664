import { createHash } from 'node:crypto';

/** An id that AWS would have and the world does not declare (`aclassoc-…`): always the same for the same things. */
export function derivedId(prefix: string, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${prefix}-${digest.slice(0, 17)}`;
}
