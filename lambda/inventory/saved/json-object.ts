/** What JSON calls an object. Its keys are foreign: ask for them by `Object.hasOwn`, or by a name that no object inherits. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value out of `JSON.parse` is an object: neither a list nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
