import type * as z from 'zod';
import type { BusEvent } from '../bus-event.ts';
import { isHeld } from '../is-held.ts';
import type { DeployTrigger, MonitorTrigger } from '../monitor-trigger.ts';
import { parseField } from '../parse-field.ts';
import { sortedUnique } from '../sorted-unique.ts';

/** What a source's own file tells of its event. */
type Told = Pick<DeployTrigger, 'source' | 'phase' | 'summary' | 'resources'> & { readonly near?: readonly string[] };

/**
 * Makes a reader of one source's events out of the shape of their `detail` and what it means. A begin or a step that names
 * nothing an inventory can hold is ignored: it is known of nobody, and there is nothing to see yet. An end may concern all.
 */
export function deployReader<T>(
  detail: z.ZodType<T>,
  tell: (detail: T, event: BusEvent) => Told,
): (event: BusEvent) => MonitorTrigger {
  return (event) => {
    const parsed = parseField(detail, event.detail, ['detail']);
    if (!parsed.ok) return { kind: 'refused', why: parsed.why };
    const { near = [], ...told } = tell(parsed.value, event);
    const resources = sortedUnique(told.resources);
    if (told.phase !== 'ended' && !resources.some(isHeld)) {
      return { kind: 'ignored', id: event.id, why: `${told.summary}, which does not say where` };
    }
    return { kind: 'deploy', id: event.id, at: event.time, ...told, resources, near: sortedUnique(near) };
  };
}
