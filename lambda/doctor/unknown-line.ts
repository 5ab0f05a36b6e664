import type { Unknown } from '../model/fact.ts';
import type { GroundLine, GroundPart } from './ground-line.ts';
import { lineOf } from './line-of.ts';

/** A line of what could not be looked at, and what would let it be. */
export function unknownLine(part: GroundPart, subject: string, { kind, reason, action }: Unknown): GroundLine {
  const todo =
    kind === 'forbidden' && action !== undefined ? `Allow the IAM action ${action}, and ask again.` : 'Ask again.';
  return lineOf({ part, state: 'unknown', subject, says: `It is not known: ${reason}.`, todo });
}
