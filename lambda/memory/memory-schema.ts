import * as z from 'zod';
import type { Memory } from '../model/memory.ts';

const FINDING = z.object({ code: z.string(), resource: z.string(), since: z.string() });

const TOLD = z.object({ code: z.string(), culprit: z.string(), since: z.string() });

const SUBJECT = z.object({
  seenAt: z.string(),
  symptom: z.string().nullable(),
  since: z.string().nullable(),
  lastWell: z.string().nullable(),
  findings: z.array(FINDING),
  told: TOLD.nullable().optional(),
});

/** What a row of memory must hold. */
export const memorySchema: z.ZodType<Memory> = z.object({ subjects: z.record(z.string(), SUBJECT) });
