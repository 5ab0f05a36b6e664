import type { Fact } from '../model/fact.ts';
import type { GroundLine } from './ground-line.ts';
import type { Identity } from './identity.ts';
import { lineOf } from './line-of.ts';
import { unknownLine } from './unknown-line.ts';

/** The credentials' line. `expected` is the account that the configuration is for; null where there is none. */
export function judgeIdentity(identity: Fact<Identity>, region: string, expected: string | null): GroundLine {
  if (!identity.known) return unknownLine('identity', 'credentials', identity);
  const { account, arn } = identity.value;
  const says = `${arn}, in ${region}.`;
  const line = { part: 'identity', subject: 'credentials', says } as const;
  if (expected === null || expected === account) return lineOf({ ...line, state: 'ok' });
  const wrong = `${says} The configuration is for account ${expected}.`;
  return lineOf({ ...line, state: 'missing', says: wrong, todo: `Use credentials of account ${expected}.` });
}
