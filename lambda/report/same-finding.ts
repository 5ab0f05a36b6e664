import type { Finding } from '../model/diagnosis.ts';

/** The same text for findings that are one to a reader: the same code, culprit and fix, however many targets show it. */
export function sameFinding({ code, culprit, fix }: Finding): string {
  const { resource, line, value } = culprit;
  return JSON.stringify([code, resource, line, value, fix.summary, fix.commands, fix.verified]);
}
