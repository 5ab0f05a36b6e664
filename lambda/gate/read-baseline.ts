import * as z from 'zod';
import type { Report } from '../model/report.ts';
import { type Baseline, baselineSchema } from './law/baseline.ts';
import { baselineFrom } from './law/baseline-from.ts';

const DIAGNOSIS = z.looseObject({
  symptom: z.looseObject({ outcome: z.string() }).nullable(),
  since: z.string().nullable(),
  leading: z
    .looseObject({
      ...{ code: z.string(), kind: z.string(), certainty: z.string(), component: z.string(), resource: z.string() },
      ...{ culprit: z.looseObject({ resource: z.string() }), since: z.string(), why: z.string() },
      fix: z.looseObject({ summary: z.string() }),
    })
    .nullable(),
});

const WHOLE = z.looseObject({
  ...{ arn: z.string(), name: z.string() },
  ...{ diagnosis: DIAGNOSIS, unjudged: z.string().nullable() },
});

/** Whether a report tells of every endpoint and target group. Those of earlier versions say only that something went. */
const ALL_SUBJECTS = z.union([
  z.object({ truncated: z.literal('paths').optional() }),
  z.object({
    truncated: z.literal('subjects'),
    omitted: z.looseObject({ endpoints: z.literal(0), targetGroups: z.literal(0) }),
  }),
]);

/** What of a report a baseline is made of. */
const REPORT = z.looseObject({
  schemaVersion: z.literal(1),
  checkedAt: z.iso.datetime(),
  loadBalancers: z.array(WHOLE),
  targetGroups: z.array(WHOLE),
  endpoints: z.array(
    z.looseObject({
      ...{ id: z.string(), purpose: z.string(), port: z.number(), address: z.string().nullable() },
      target: z.looseObject({ id: z.string() }),
      elb: z.looseObject({ state: z.string(), reason: z.string().nullable() }).nullable(),
      ...{ diagnosis: DIAGNOSIS, unjudged: z.string().nullable() },
    }),
  ),
});

/** A baseline, or what is wrong with what was to be one: the field first. */
export type ReadBaseline = { readonly baseline: Baseline } | { readonly problem: string };

const CUT = 'truncated: it does not hold all that stood; name the load balancers in check';

/**
 * Reads a baseline from a report (as `check --output json` writes it), or from one that was made before. A report that was
 * shortened is none unless every endpoint and target group is in it.
 */
export function readBaseline(value: unknown): ReadBaseline {
  const made = baselineSchema.safeParse(value);
  if (made.success) return { baseline: made.data };
  const report = REPORT.safeParse(value);
  // Who was left out would count as new, and an old fault at them would hold the deployment.
  if (report.success && !ALL_SUBJECTS.safeParse(value).success) return { problem: CUT };
  // Everything that is read of it was looked at; the rest of a report is nobody's business here.
  if (report.success) return { baseline: baselineFrom(report.data as unknown as Report) };
  const [issue] = report.error.issues;
  return { problem: `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'unreadable'}` };
}
