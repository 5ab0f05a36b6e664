import type { Trigger } from '../model/report.ts';
import type { Here } from '../triggers/read-bus-event.ts';
import { readTrigger } from '../triggers/read-trigger.ts';

/** What the monitor is invoked with: who asks, and for which load balancers (null: those that it is deployed for). */
export type MonitorEvent = { readonly trigger: Trigger; readonly loadBalancers: readonly string[] | null };

/**
 * Reads an event into who asks, and for which load balancers. Throws an error that names the field, and what is wrong
 * with it, where the event is refused.
 */
export function monitorEvent(event: unknown, here: Here = { accountId: null, region: null }): MonitorEvent {
  const read = readTrigger(event, here);
  switch (read.kind) {
    case 'refused':
      throw new Error(`the event cannot be read: ${read.why}`);
    case 'schedule':
      return { trigger: { kind: 'schedule', detail: read.detail }, loadBalancers: null };
    case 'direct':
      return { trigger: read.asked, loadBalancers: read.loadBalancers };
    case 'ignored':
      return { trigger: { kind: 'event', detail: read.why }, loadBalancers: null };
    default:
      return { trigger: { kind: 'event', detail: read.summary }, loadBalancers: null };
  }
}
