import * as z from 'zod';

/**
 * An ARN by which things are looked up in a record. A name that every object inherits (`constructor`) would be found
 * there without ever having been put in.
 */
export const keySchema = z
  .string()
  .min(1)
  .refine((text) => !(text in Object.prototype), 'is no ARN');
