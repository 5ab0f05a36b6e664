import type { Finding } from '../model/diagnosis.ts';

/** Findings with the same key are one fault with one culprit, however many targets show it. */
export function culpritKey({ code, culprit: { resource, line, value } }: Pick<Finding, 'code' | 'culprit'>): string {
  return JSON.stringify([code, resource, line ?? null, value ?? null]);
}
