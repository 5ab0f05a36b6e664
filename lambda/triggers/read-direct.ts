import * as z from 'zod';
import type { MonitorTrigger } from './monitor-trigger.ts';
import { parseField } from './parse-field.ts';

const DIRECT = z.object({
  trigger: z
    .object({ kind: z.enum(['schedule', 'event', 'cli', 'lab']), detail: z.string().nullable().default(null) })
    .optional(),
  loadBalancers: z.array(z.string().min(1)).min(1).nullable().default(null),
});

/**
 * Reads `{ trigger?, loadBalancers? }`, which is what people, the command line and a schedule's own input say. An empty
 * object is the schedule, which alone beats; who names load balancers asks for themselves. An object with neither field is
 * refused, since nobody knows what it asks for.
 */
export function readDirect(event: object): MonitorTrigger {
  const parsed = parseField(DIRECT, event);
  if (!parsed.ok) return { kind: 'refused', why: parsed.why };
  const fields = Object.keys(event);
  if (fields.length > 0 && !fields.some((field) => field === 'trigger' || field === 'loadBalancers')) {
    const named = fields.slice(0, 5).join(', ');
    return { kind: 'refused', why: `event: expected detail-type, trigger or loadBalancers, but it has ${named}` };
  }
  const { loadBalancers } = parsed.value;
  const { trigger: asked = { kind: loadBalancers === null ? 'schedule' : 'cli', detail: null } } = parsed.value;
  if (asked.kind !== 'schedule') return { kind: 'direct', asked, loadBalancers };
  if (loadBalancers === null) return { kind: 'schedule', detail: asked.detail };
  return {
    kind: 'refused',
    why: 'trigger.kind: expected "cli", "event" or "lab" beside loadBalancers, since a schedule is of all, but it is "schedule"',
  };
}
