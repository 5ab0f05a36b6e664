/** The error for a property that cannot be: it names the property, the wrong value, and what is allowed. */
export function wrongProperty(property: string, value: unknown, allowed: string): Error {
  const text = value === undefined ? 'missing' : JSON.stringify(value);
  return new Error(`OriginDoctor: ${property} is ${text}; allowed is ${allowed}`);
}
