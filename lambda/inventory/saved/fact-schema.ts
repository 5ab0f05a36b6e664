import * as z from 'zod';
import type { Fact } from '../../model/fact.ts';

const UNKNOWN = z.object({
  known: z.literal(false),
  kind: z.enum(['forbidden', 'throttled', 'failed', 'not-found', 'not-asked']),
  reason: z.string(),
  action: z.string().optional(),
});

/** A fact of this kind of value, known or unknown, as a snapshot holds it. */
export function factSchema<T>(value: z.ZodType<T>): z.ZodType<Fact<T>> {
  return z.discriminatedUnion('known', [z.object({ known: z.literal(true), value }), UNKNOWN]);
}
