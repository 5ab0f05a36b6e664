import * as z from 'zod';
import { configProblems } from './config-problems.ts';
import { type Config, configSchema } from './config-schema.ts';

/**
 * Reads the text of an `origin-doctor.json`. Throws one error that names `file` and, for each field, the wrong value and what
 * is allowed.
 */
export function readConfig(text: string, file: string): Config {
  const result = configSchema.safeParse(parsed(text, file));
  const problems = result.success ? configProblems(result.data) : issuesOf(result.error, parsed(text, file));
  if (result.success && problems.length === 0) return result.data;
  throw new Error(`${file} cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function issuesOf(error: z.ZodError, input: unknown): readonly string[] {
  const texts = error.issues.flatMap(meant).map(({ path, message }) => {
    const value = JSON.stringify(valueAt(input, path)) ?? 'missing';
    return `${z.core.toDotPath(path) || 'the whole'} is ${value.slice(0, 80)}: ${message}`;
  });
  return [...new Set(texts)];
}

/** Of what may be one of several, what is wrong with the one that it is nearest to: that of which not the whole is wrong. */
function meant(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const inner = issue.errors.find((issues) =>
    issues.some(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  return (inner ?? [issue]).flatMap((one) =>
    one === issue ? [one] : meant({ ...one, path: [...issue.path, ...one.path] }),
  );
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  const step = (value: unknown, key: PropertyKey): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return path.reduce(step, input);
}
