import type { Memory, RememberedSubject } from '../../../lambda/model/memory.ts';
import { endpoint } from './small-world.ts';

/** What checks before this one saw of the small world's endpoint; what is not given was well and long ago. */
export function remembered(subject: Partial<RememberedSubject>): Memory {
  const well = { seenAt: '2026-03-01T11:00:00.000Z', symptom: null, since: null, lastWell: null, findings: [] };
  return { subjects: { [endpoint.id]: { ...well, ...subject } } };
}

/** A symptom that has outlasted the load balancer's lag. */
export function outlasted(outcome: string): Memory {
  return remembered({ symptom: outcome, since: '2026-03-01T11:58:00.000Z' });
}
