import type { Memory, RememberedSubject } from './memory.ts';

/** Several memories as one. A target group of two load balancers is remembered twice: what was seen last holds. */
export function mergedMemory(memories: readonly Memory[]): Memory {
  const subjects = new Map<string, RememberedSubject>();
  for (const [id, subject] of memories.flatMap((memory) => Object.entries(memory.subjects))) {
    const known = subjects.get(id);
    if (known === undefined || known.seenAt < subject.seenAt) subjects.set(id, subject);
  }
  return { subjects: Object.fromEntries(subjects) };
}
