import type { MonitorTrigger } from './monitor-trigger.ts';
import { type Here, readBusEvent } from './read-bus-event.ts';
import { readDirect } from './read-direct.ts';
import { valueInWords } from './value-in-words.ts';

/**
 * Reads whatever the monitor was invoked with: an event of EventBridge, a schedule, or somebody's own question. Never
 * throws: what cannot be read, or comes from another account or Region than `here` (null: not known), is `refused`.
 * Fields that are not known pass.
 */
export function readTrigger(event: unknown, here: Here): MonitorTrigger {
  if (event === undefined || event === null) return { kind: 'schedule', detail: null };
  if (typeof event !== 'object' || Array.isArray(event)) {
    return { kind: 'refused', why: `event: expected an object, but it is ${valueInWords(event)}` };
  }
  return Object.hasOwn(event, 'detail-type') ? readBusEvent(event, here) : readDirect(event);
}
