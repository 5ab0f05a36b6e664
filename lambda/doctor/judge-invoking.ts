import type { Fact } from '../model/fact.ts';
import type { GroundLine } from './ground-line.ts';
import { lineOf } from './line-of.ts';
import { unknownLine } from './unknown-line.ts';

/** Whether the caller may ask this monitor, which is what `check --from vpc` does. */
export function judgeInvoking(monitor: string, granted: Fact<true>): GroundLine {
  const subject = 'lambda:InvokeFunction';
  const line = { part: 'permissions', subject } as const;
  if (granted.known) return lineOf({ ...line, state: 'ok', says: `Granted on ${monitor}.` });
  if (granted.kind !== 'forbidden') return unknownLine('permissions', subject, granted);
  const says = `Refused on ${monitor}: check --from vpc cannot ask it. Scheduled checks do not need it.`;
  const todo = 'Allow the IAM action lambda:InvokeFunction on it to whoever is to check from the VPC.';
  return lineOf({ ...line, state: 'warning', says, todo });
}
