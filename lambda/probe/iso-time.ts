/** A time (milliseconds since 1970) as ISO 8601. What is begun within one millisecond shares one text: thousands of probes are. */
export function isoTime(ms: number): string {
  if (ms !== last.ms) last = { ms, text: new Date(ms).toISOString() };
  return last.text;
}

let last = { ms: 0, text: new Date(0).toISOString() };
