import * as z from 'zod';
import type { Prober } from '../probe/invoke-probers.ts';

/** What the monitor is deployed with. `deadlineMs` is null where the prober's own default holds. */
export type MonitorSettings = {
  readonly probers: readonly Prober[];
  /** ARNs or names; empty: all. */
  readonly loadBalancers: readonly string[];
  readonly deadlineMs: number | null;
};

/**
 * Reads the environment: `ORIGIN_DOCTOR_PROBERS` (JSON list of `{ functionName, subnetId, securityGroups, identity? }`),
 * `ORIGIN_DOCTOR_LOAD_BALANCERS` (JSON list of ARNs or names), `ORIGIN_DOCTOR_DEADLINE_MS` (100 to 10000, optional).
 * Throws an error that names the variable, and what is wrong with it.
 */
export function monitorSettings(environment: Readonly<Record<string, string | undefined>>): MonitorSettings {
  return {
    probers: read(environment, 'ORIGIN_DOCTOR_PROBERS', jsonOf(PROBERS)),
    loadBalancers: read(environment, 'ORIGIN_DOCTOR_LOAD_BALANCERS', jsonOf(z.array(z.string().min(1)))),
    deadlineMs: read(environment, 'ORIGIN_DOCTOR_DEADLINE_MS', DEADLINE),
  };
}

const PROBERS = z.array(
  z.object({
    functionName: z.string().min(1),
    subnetId: z.string().min(1),
    securityGroups: z.array(z.string().min(1)),
    identity: z.enum(['load-balancer', 'own']).optional(),
  }),
);

const DEADLINE = z
  .string()
  .regex(/^\d+$/, 'a whole number of milliseconds is needed')
  .transform(Number)
  .pipe(z.number().min(100).max(10_000))
  .optional()
  .transform((value) => value ?? null);

function jsonOf<T>(schema: z.ZodType<T>): z.ZodType<T> {
  return z.string({ error: 'it is not set' }).transform(parsed).pipe(schema);
}

function parsed(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'it is not JSON' });
    return z.NEVER;
  }
}

function read<T>(environment: Readonly<Record<string, string | undefined>>, name: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(environment[name]);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => [...path, message].join(': '));
  throw new Error(`${name}: ${issues.join('; ')}`);
}
