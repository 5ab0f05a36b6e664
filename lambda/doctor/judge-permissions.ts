import type { GroundLine } from './ground-line.ts';
import { lineOf } from './line-of.ts';
import type { Tried } from './try-permissions.ts';
import { unknownLine } from './unknown-line.ts';

/** A line for each permission: without one, what it reads is unknown, and verdicts that need it are not given. */
export function judgePermissions(tried: readonly Tried[]): readonly GroundLine[] {
  return tried.map(({ action, granted }) => {
    const line = { part: 'permissions', subject: action } as const;
    if (granted.known) return lineOf({ ...line, state: 'ok', says: 'Granted.' });
    if (granted.kind !== 'forbidden') return unknownLine('permissions', action, granted);
    const todo = `Allow the IAM action ${action} on resource * for whoever runs the checks; what it reads is unknown until then.`;
    return lineOf({ ...line, state: 'missing', says: `Refused: ${granted.reason}.`, todo });
  });
}
