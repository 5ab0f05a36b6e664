import * as z from 'zod';
import type { Shown } from '../model/shown.ts';

const TONE = z.enum(['bad', 'unsure', 'good', 'plain']);

const STATE = z.object({ state: z.string(), tone: TONE, name: z.string(), detail: z.string() });

const STATION = z.object({
  mark: z.enum(['ok', 'STOP', '?', 'end']),
  what: z.string(),
  place: z.string(),
  why: z.string(),
});

const PIECE = z.object({ kind: z.enum(['text', 'command']), text: z.string() });

const FINDING = z.object({
  title: z.string(),
  tag: z.string().nullable(),
  code: z.string().nullable(),
  tone: TONE,
  rows: z.array(z.object({ label: z.string(), pieces: z.array(PIECE) })),
  path: z.object({ there: z.array(STATION), back: z.array(STATION) }).nullable(),
});

/** What a row of what is shown must hold. */
export const shownSchema: z.ZodType<Shown> = z.object({
  arn: z.string(),
  loadBalancer: STATE,
  zones: z.array(STATE),
  targetGroups: z.array(STATE),
  findings: z.array(FINDING),
  notes: z.array(z.string()),
});
