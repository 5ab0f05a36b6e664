import fc from 'fast-check';
import * as z from 'zod';

type Schema = z.core.$ZodType;

/**
 * Any value that a schema admits, out of the kinds of schema that a snapshot is made of; throws for another kind. What has a
 * default is always there, since the default would come out in its place.
 */
export function arbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  return wrapping(schema) ?? plain(schema) ?? nothingFor(schema);
}

/** Names of records are ARNs. `__proto__` is none, and no field of a plain object either. */
const NAMES = fc.string().filter((name) => name !== '__proto__');

function wrapping(schema: Schema): fc.Arbitrary<unknown> | null {
  if (schema instanceof z.ZodDefault) return arbitraryOf(schema.def.innerType);
  if (schema instanceof z.ZodNullable) return fc.option(arbitraryOf(schema.def.innerType), { nil: null });
  if (schema instanceof z.ZodArray) return fc.array(arbitraryOf(schema.def.element), { maxLength: 3 });
  if (schema instanceof z.ZodRecord) return fc.dictionary(NAMES, arbitraryOf(schema.def.valueType), { maxKeys: 3 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.def.options.map(arbitraryOf));
  return schema instanceof z.ZodObject ? objectOf(schema.shape) : null;
}

function plain(schema: Schema): fc.Arbitrary<unknown> | null {
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return fc.integer({ min: 1, max: 65535 });
  return schema instanceof z.ZodString ? fc.string({ unit: 'binary', maxLength: 8 }) : null;
}

function objectOf(shape: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape).map(([key, field]) =>
    field instanceof z.ZodOptional
      ? { key, optional: true, value: arbitraryOf(field.def.innerType) }
      : { key, optional: false, value: arbitraryOf(field) },
  );
  const model: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(fields.map(({ key, value }) => [key, value]));
  return fc.record(model, { requiredKeys: fields.filter(({ optional }) => !optional).map(({ key }) => key) });
}

function nothingFor(schema: Schema): never {
  throw new Error(`no arbitrary for ${schema._zod.def.type}`);
}
