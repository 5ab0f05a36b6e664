import type { Memory } from '../model/memory.ts';

/** When an ailing subject was last seen well, ISO 8601; null where no check saw it well. */
export function lastWell(memory: Memory | null, subjectId: string): string | null {
  return memory?.subjects[subjectId]?.lastWell ?? null;
}
