/** An event pattern: lists of values or comparisons that a field must meet one of, or patterns of what is inside it. */
export type EventPattern = { readonly [field: string]: EventPattern | readonly unknown[] };

/**
 * Whether an event meets a pattern: every field of the pattern must be met; a field of the event that is a list meets it by
 * any of its values. Knows exact values, `exists`, `prefix`, `suffix` and `anything-but` (values and `prefix`); throws for
 * any other comparison, which nobody could say whether it is met
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html).
 */
export function matchesPattern(pattern: EventPattern, event: unknown): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    const value = isRecord(event) ? event[field] : undefined;
    if (!isList(wanted)) return matchesPattern(wanted, value);
    const values = value === undefined ? [] : [value].flat();
    return wanted.some((one) => meets(one, values));
  });
}

function isList(value: EventPattern | readonly unknown[]): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function meets(wanted: unknown, values: readonly unknown[]): boolean {
  if (!isRecord(wanted)) return values.includes(wanted);
  const [[comparison, operand] = ['', null], ...more] = Object.entries(wanted);
  const compare = COMPARISONS[comparison];
  if (compare === undefined || more.length > 0) {
    throw new Error(`the lab cannot match ${JSON.stringify(wanted)}; known are ${Object.keys(COMPARISONS).join(', ')}`);
  }
  return compare(operand, values);
}

type Compare = (operand: unknown, values: readonly unknown[]) => boolean;

const COMPARISONS: Readonly<Record<string, Compare>> = {
  exists: (operand, values) => values.length > 0 === operand,
  prefix: (operand, values) => values.some((one) => String(one).startsWith(String(operand))),
  suffix: (operand, values) => values.some((one) => String(one).endsWith(String(operand))),
  'anything-but': (operand, values) => {
    const unwanted = [operand].flat();
    return values.some((one) => !unwanted.some((not) => meets(not, [one])));
  },
};
