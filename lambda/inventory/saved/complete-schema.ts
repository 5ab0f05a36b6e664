import type * as z from 'zod';

/** A schema of a noun that leaves none of its fields out, optional ones included: one that it does not name would be lost in saving. */
export type CompleteSchema<Noun> = z.ZodType<Noun> & {
  readonly shape: { readonly [Field in keyof Required<Noun>]: z.ZodType };
};
