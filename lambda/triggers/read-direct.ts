import * as z from 'zod';
import type { MonitorTrigger } from './monitor-trigger.ts';
import { parseField } from './parse-field.ts';

const DIRECT = z.object({
  trigger: z
    .object({ kind: z.enum(['schedule', 'event', 'cli', 'lab']), detail: z.string().nullable().default(null) })
    .default({ kind: 'schedule', detail: null }),
  loadBalancers: z.array(z.string().min(1)).nullable().default(null),
});

/**
 * Reads `{ trigger?, loadBalancers? }`, which is what people, the command line and a schedule's own input say. An empty
 * object is the schedule; an object with neither field is refused, since nobody knows what it asks for.
 */
export function readDirect(event: object): MonitorTrigger {
  const parsed = parseField(DIRECT, event);
  if (!parsed.ok) return { kind: 'refused', why: parsed.why };
  const fields = Object.keys(event);
  if (fields.length > 0 && !fields.some((field) => field === 'trigger' || field === 'loadBalancers')) {
    const named = fields.slice(0, 5).join(', ');
    return { kind: 'refused', why: `event: expected detail-type, trigger or loadBalancers, but it has ${named}` };
  }
  const { trigger, loadBalancers } = parsed.value;
  const scheduled = trigger.kind === 'schedule' && loadBalancers === null;
  return scheduled ? { kind: 'schedule', detail: trigger.detail } : { kind: 'direct', asked: trigger, loadBalancers };
}
