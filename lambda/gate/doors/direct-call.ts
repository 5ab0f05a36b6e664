import * as z from 'zod';
import { readReadmission } from '../read-readmission.ts';
import type { Readmission } from '../wanted.ts';

const NAMES = z.array(z.string().min(1)).readonly();

function readmission(text: string, context: z.RefinementCtx): Readmission {
  const read = readReadmission(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: `it is TARGETGROUP:TARGET[:PORT], not ${JSON.stringify(text)}` });
  return z.NEVER;
}

/** The event as it must be; a field that is misspelt is refused, since it would be missed. */
export const directCall = z.strictObject({
  loadBalancers: NAMES.nullable().default(null),
  targetGroups: NAMES.default([]),
  stable: z.number().int().min(1).max(100).optional(),
  timeoutSeconds: z.number().int().min(1).max(86_400).optional(),
  baseline: z.unknown().optional(),
  readmit: z.array(z.string().transform(readmission)).readonly().default([]),
});

/** What a person or a pipeline asks the gate. `baseline` is a report, or what an earlier answer held as such. */
export type DirectCall = Readonly<z.infer<typeof directCall>>;
