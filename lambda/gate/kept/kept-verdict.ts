import * as z from 'zod';

/** A verdict as kept; also what must be in it. */
export const keptVerdictSchema = z.object({ verdict: z.enum(['passed', 'held', 'unknown']), reason: z.string() });

/** What a gate came to. Whoever asks again gets the same. */
export type KeptVerdict = Readonly<z.infer<typeof keptVerdictSchema>>;
