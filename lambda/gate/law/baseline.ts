import * as z from 'zod';

/** A baseline as kept; also what must be in it. */
export const baselineSchema = z.object({
  at: z.string(),
  targets: z.array(z.string()).readonly(),
  stood: z.array(z.string()).readonly(),
});

/**
 * What stood before a deployment: when it was looked at (ISO 8601), the targets that were registered (`targetKey`), and the
 * troubles that there were (`Trouble.key`). They do not block whatever mends them.
 */
export type Baseline = Readonly<z.infer<typeof baselineSchema>>;
