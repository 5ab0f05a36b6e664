import * as z from 'zod';
import { baselineSchema } from './baseline.ts';
import { gateStateSchema } from './gate-state.ts';

/** A gate under way, as told to whoever waits at it; also what must be in it. */
export const standingSchema = z.object({ baseline: baselineSchema, state: gateStateSchema });

/** All that a gate must know to go on in another invocation: what stood before, and what was seen since. */
export type Standing = Readonly<z.infer<typeof standingSchema>>;
