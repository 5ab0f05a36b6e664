import * as z from 'zod';
import { monitorEnvironment as names, proberEnvironment } from '../contract.ts';
import type { Declarations } from '../model/evidence.ts';
import type { Watch } from '../model/watch.ts';
import type { DialableRanges } from '../probe/dialable.ts';
import { dialableRanges } from '../probe/dialable-ranges.ts';
import type { Prober } from '../probe/invoke-probers.ts';
import { type Watched, watchedSchema } from './watched-schema.ts';

/** What the monitor is deployed with. `deadlineMs` is null where the prober's own default holds. */
export type MonitorSettings = {
  readonly probers: readonly Prober[];
  /** ARNs or names; empty: all, or none where paths without one are watched. */
  readonly loadBalancers: readonly string[];
  readonly watches: readonly Watch[];
  /** ARNs of load balancers that other deployments watch, so that nobody calls them not covered. */
  readonly watchedElsewhere: readonly string[];
  /** What probers may dial; null where that is not known. */
  readonly dialable: DialableRanges | null;
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
  /** The topic's ARN and the event bus's name or ARN; null: nothing is told there. */
  readonly topic: string | null;
  readonly eventBus: string | null;
  /** What the names of alarms begin with that the monitor keeps; null: it keeps none. */
  readonly alarmPrefix: string | null;
  /** When these go off: in so many of the last so many checks. */
  readonly datapointsToAlarm: number;
  readonly evaluationPeriods: number;
};

/**
 * Reads the environment, whose variables `monitorEnvironment` in the contract names. What is watched is given, or stands there
 * too. Throws an error that names the variable, and what is wrong with it.
 */
export function monitorSettings(
  environment: Readonly<Record<string, string | undefined>>,
  watched: Watched = watchedIn(environment),
): MonitorSettings {
  return {
    probers: watched.probers,
    loadBalancers: watched.loadBalancers,
    watches: watched.watches,
    watchedElsewhere: watched.watchedElsewhere,
    dialable: rangesOf(watched.dialable),
    declarations: watched.declared,
    deadlineMs: read(environment, names.deadlineMs, wholeNumber('milliseconds', 100, 10_000)),
    concurrency: read(environment, names.concurrency, wholeNumber('invocations', 1, 1000)),
    intervalSeconds: read(environment, names.intervalSeconds, wholeNumber('seconds', 1, 86_400)) ?? 60,
    deployment: read(environment, names.deployment, TEXT) ?? 'origin-doctor',
    table: read(environment, names.table, TEXT),
    topic: read(environment, names.topic, TEXT),
    eventBus: read(environment, names.eventBus, TEXT),
    alarmPrefix: read(environment, names.alarmPrefix, TEXT),
    // Two of three: a single lost connection is no alarm, and a single good check does not end one.
    datapointsToAlarm: read(environment, names.datapointsToAlarm, wholeNumber('checks', 1, 1440)) ?? 2,
    evaluationPeriods: read(environment, names.evaluationPeriods, wholeNumber('checks', 1, 1440)) ?? 3,
  };
}

/** Written as the probers' own environment has it, and read as they read it. */
function rangesOf(dialable: Watched['dialable']): DialableRanges | null {
  if (dialable === null) return null;
  const { cidrs, ports } = proberEnvironment;
  return dialableRanges({ [cidrs]: dialable.addresses.join(','), [ports]: dialable.ports.join(',') });
}

function watchedIn(environment: Readonly<Record<string, string | undefined>>): Watched {
  const { probers, loadBalancers, watches, declared } = watchedSchema.shape;
  return {
    probers: read(environment, names.probers, jsonOf(probers)),
    loadBalancers: read(environment, names.loadBalancers, jsonOf(loadBalancers)),
    watches: read(environment, names.watches, jsonOf(watches).optional()) ?? [],
    watchedElsewhere: [],
    dialable: null,
    declared: read(environment, names.declared, jsonOf(declared).optional()) ?? {},
  };
}

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
