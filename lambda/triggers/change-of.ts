import type { Change } from '../model/change.ts';
import type { MonitorTrigger } from './monitor-trigger.ts';

/** A trigger as a change to remember, so that a later finding can say what was behind it; null where nothing changed. */
export function changeOf(trigger: MonitorTrigger): Change | null {
  if (trigger.kind === 'change') {
    const { id, at, event, who, resources, summary } = trigger;
    return { eventId: id, event, who, when: at, resources, summary };
  }
  if (trigger.kind !== 'deploy') return null;
  const { id, at, source, resources, summary } = trigger;
  return { eventId: id, event: summary, who: source, when: at, resources, summary };
}
