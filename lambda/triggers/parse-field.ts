import type * as z from 'zod';
import { valueInWords } from './value-in-words.ts';

/** What was read, or why it could not be: the first field that is not as it must be, with its value. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** Reads a value that came from outside. `at` is the path of the value in the event, empty for the event itself. */
export function parseField<T>(schema: z.ZodType<T>, value: unknown, at: readonly string[] = []): Parsed<T> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  const field = [...at, ...path].join('.') || 'event';
  return {
    ok: false,
    why: `${field}: ${issue?.message ?? 'unreadable'}, but it is ${valueInWords(valueAt(value, path))}`,
  };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (from, key) => (from === null || from === undefined ? undefined : Reflect.get(Object(from), key)),
    value,
  );
}
