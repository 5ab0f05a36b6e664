const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A time of ISO 8601 in its one form, UTC with milliseconds, so that times can be compared as text. Throws a `RangeError`
 * that names what is no time.
 */
export function instant(text: string): string {
  const time = new Date(text);
  if (ISO.test(text) && !Number.isNaN(time.getTime())) return time.toISOString();
  throw new RangeError(
    `${JSON.stringify(text)} is no time; allowed is ISO 8601 with a zone, like 2026-01-31T08:30:00Z`,
  );
}
