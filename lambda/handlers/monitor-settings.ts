import * as z from 'zod';
import { monitorEnvironment as names } from '../contract.ts';
import type { Declarations } from '../diagnosis/load-balancer-evidence.ts';
import { parseCidr } from '../model/address.ts';
import type { Prober } from '../probe/invoke-probers.ts';

/** What the monitor is deployed with. `deadlineMs` is null where the prober's own default holds. */
export type MonitorSettings = {
  readonly probers: readonly Prober[];
  /** ARNs or names; empty: all. */
  readonly loadBalancers: readonly string[];
  /** By ARN or name of a load balancer; empty where nothing is declared. */
  readonly declarations: Declarations;
  readonly deadlineMs: number | null;
  /** Invocations of probers at the same time; null where the default holds. */
  readonly concurrency: number | null;
  /** Seconds between two scheduled checks. */
  readonly intervalSeconds: number;
  /** Names what is kept apart from other deployments of the account. */
  readonly deployment: string;
  /** The table's name; null: nothing is remembered beyond the warm function. */
  readonly table: string | null;
  /** The topic's ARN and the event bus's name; null: nothing is told there. */
  readonly topic: string | null;
  readonly eventBus: string | null;
  /** What the names of alarms begin with that the monitor keeps; null: it keeps none. */
  readonly alarmPrefix: string | null;
};

/**
 * Reads the environment, whose variables `monitorEnvironment` in the contract names. Those of probers and load balancers must
 * be there. Throws an error that names the variable, and what is wrong with it.
 */
export function monitorSettings(environment: Readonly<Record<string, string | undefined>>): MonitorSettings {
  return {
    probers: read(environment, names.probers, jsonOf(PROBERS)),
    loadBalancers: read(environment, names.loadBalancers, jsonOf(z.array(z.string().min(1)))),
    declarations: read(environment, names.declared, jsonOf(DECLARED).optional()) ?? {},
    deadlineMs: read(environment, names.deadlineMs, wholeNumber('milliseconds', 100, 10_000)),
    concurrency: read(environment, names.concurrency, wholeNumber('invocations', 1, 1000)),
    intervalSeconds: read(environment, names.intervalSeconds, wholeNumber('seconds', 1, 86_400)) ?? 60,
    deployment: read(environment, names.deployment, TEXT) ?? 'origin-doctor',
    table: read(environment, names.table, TEXT),
    topic: read(environment, names.topic, TEXT),
    eventBus: read(environment, names.eventBus, TEXT),
    alarmPrefix: read(environment, names.alarmPrefix, TEXT),
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

const RANGE = z.string().refine((text) => parseCidr(text) !== null, 'a range of addresses is needed, as 10.0.0.0/16');

const DECLARED = z.record(
  z.string().min(1),
  z.object({ ports: z.array(z.number().int().min(1).max(65_535)), clients: z.array(RANGE) }),
);

const TEXT = z
  .string()
  .min(1)
  .optional()
  .transform((value) => value ?? null);

function wholeNumber(unit: string, least: number, most: number) {
  return z
    .string()
    .regex(/^\d+$/, `a whole number of ${unit} is needed`)
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .optional()
    .transform((value) => value ?? null);
}

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
