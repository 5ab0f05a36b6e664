import * as z from 'zod';
import { nearest } from '../checks/nearest.ts';

/** An object of just these properties. The error for another one names it, what may be meant, and what is allowed. */
export function strict<T extends z.core.$ZodLooseShape>(shape: T) {
  const names = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? strayKeys(issue.keys, names) : undefined),
  });
}

function strayKeys(keys: readonly string[], names: readonly string[]): string {
  const [stray = ''] = keys;
  const meant = nearest(stray, names);
  const hint = meant === undefined ? 'allowed are' : `did you mean ${meant}? Allowed are`;
  return `${keys.join(', ')} is no property that there is; ${hint} ${names.join(', ')}`;
}
