import * as z from 'zod';
import { gateEnvironment as names } from '../contract.ts';
import type { GateRules } from '../gate/law/gate.ts';

/** What the gate is deployed with beside what the monitor is. */
export type GateSettings = {
  readonly rules: GateRules;
  readonly targetGroups: readonly string[];
  readonly mayReadmit: boolean;
};

const whole = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d+$/, 'a whole number is needed')
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .optional()
    .transform((value) => value ?? otherwise);

const LIST = z
  .string()
  .default('[]')
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'it is not JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.array(z.string().min(1)));

/** Reads the environment (`gateEnvironment` in the contract). Throws an error that names the variable, and what is wrong with it. */
export function gateSettings(environment: Readonly<Record<string, string | undefined>>): GateSettings {
  const read = <T>(name: string, schema: z.ZodType<T>): T => {
    const result = schema.safeParse(environment[name]);
    if (result.success) return result.data;
    throw new Error(`${name}: ${result.error.issues.map(({ message }) => message).join('; ')}`);
  };
  return {
    rules: {
      stable: read(names.stable, whole(1, 100, 3)),
      timeoutSeconds: read(names.timeoutSeconds, whole(1, 86_400, 600)),
    },
    targetGroups: read(names.targetGroups, LIST),
    mayReadmit: read(names.readmit, z.enum(['true', 'false']).optional()) === 'true',
  };
}
