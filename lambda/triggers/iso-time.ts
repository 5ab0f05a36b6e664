import * as z from 'zod';

/** A time as text, read into ISO 8601 with milliseconds in UTC, so that times compare as text. */
export const isoTime = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), { error: 'expected a time in ISO 8601' })
  .transform((text) => new Date(text).toISOString());
