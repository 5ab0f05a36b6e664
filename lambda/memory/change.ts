import * as z from 'zod';

/** A change as remembered; also what a row must hold. */
export const changeSchema = z.object({
  eventId: z.string(),
  event: z.string(),
  who: z.string(),
  when: z.string(),
  resources: z.array(z.string()).readonly(),
  summary: z.string(),
});

/**
 * A change of configuration or a deploy: its event's id and name, who did it, when (ISO 8601), the ids or ARNs that it
 * touched, and what it did in one sentence.
 */
export type Change = Readonly<z.infer<typeof changeSchema>>;
