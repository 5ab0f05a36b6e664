import type { GroundLine } from './ground-line.ts';

/** A line; without `todo` and `command` nothing is to be done. */
export function lineOf(
  line: Omit<GroundLine, 'todo' | 'command'> & Partial<Pick<GroundLine, 'todo' | 'command'>>,
): GroundLine {
  const { part, state, subject, says, todo = null, command = null } = line;
  return { part, state, subject, says, todo, command };
}
