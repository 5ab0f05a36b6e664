import * as z from 'zod';
import { standingSchema } from '../law/standing.ts';
import { readReadmission } from '../read-readmission.ts';
import type { Readmission } from '../wanted.ts';
import { someNames } from './some-names.ts';

const NAMES = z.array(z.string().min(1)).readonly();

function readmission(text: string, context: z.RefinementCtx): Readmission {
  const read = readReadmission(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: `it is TARGETGROUP:TARGET[:PORT], not ${JSON.stringify(text)}` });
  return z.NEVER;
}

/** The event as it must be; a field that is misspelt is refused, since it would be missed. */
export const directCall = z.strictObject({
  loadBalancers: someNames.nullable().default(null),
  targetGroups: NAMES.default([]),
  stable: z.number().int().min(1).max(100).optional(),
  timeoutSeconds: z.number().int().min(1).max(86_400).optional(),
  pauseSeconds: z.number().int().min(1).max(3_600).optional(),
  /** How long this call is to wait, where that is less than the function has time. */
  waitSeconds: z.number().int().min(1).max(900).optional(),
  baseline: z.unknown().optional(),
  /** What an earlier answer held as such. */
  standing: standingSchema.nullable().default(null),
  readmit: z.array(z.string().transform(readmission)).readonly().default([]),
});

/**
 * What a person or a pipeline asks the gate. `baseline` is a report, or what was made of one. With `standing` the gate goes on where
 * it stood: its timeout counts from the first call, and `baseline` is passed over.
 */
export type DirectCall = Readonly<z.infer<typeof directCall>>;
