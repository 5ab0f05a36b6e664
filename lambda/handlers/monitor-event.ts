import * as z from 'zod';
import type { Trigger } from '../model/report.ts';

/** What the monitor is invoked with: who asks, and for which load balancers (null: those that it is deployed for). */
export type MonitorEvent = { readonly trigger: Trigger; readonly loadBalancers: readonly string[] | null };

const EVENT = z.object({
  trigger: z
    .object({
      kind: z.enum(['schedule', 'event', 'cli', 'lab']),
      detail: z.string().nullable().default(null),
    })
    .default({ kind: 'schedule', detail: null }),
  loadBalancers: z.array(z.string().min(1)).nullable().default(null),
});

/**
 * Reads an event. Fields that it does not know are passed over, since EventBridge sends its own. Throws an error that
 * names the field, and what is wrong with it.
 */
export function monitorEvent(event: unknown): MonitorEvent {
  const result = EVENT.safeParse(event ?? {});
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => `${path.join('.') || 'event'}: ${message}`);
  throw new Error(`the event cannot be read: ${issues.join('; ')}`);
}
