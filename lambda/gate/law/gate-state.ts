import * as z from 'zod';

/** A gate's rolling state as kept; also what must be in it. */
export const gateStateSchema = z.object({
  startedAt: z.string(),
  checks: z.number(),
  accepted: z.record(z.string(), z.number()),
  gone: z.array(z.string()).readonly(),
  /** Absent of gates that an earlier version began. */
  lost: z.array(z.string()).readonly().default([]),
  /** Absent of gates that an earlier version began. */
  came: z.record(z.string(), z.number()).default({}),
  quiet: z.number(),
  lastTrouble: z.object({ check: z.number(), words: z.string() }).nullable(),
});

/**
 * What a gate must know from one check to the next. `accepted` is how many checks in a row saw all connections to a new
 * endpoint accepted, checks that could not see it passed over, by `Endpoint.id`; `gone` are targets of the baseline that were
 * seen to be away, and are new when they come back; `lost` are new targets (`targetKey`) that went without having accepted
 * enough, in the order in which they were missed, one that came back and went again once more; `came` is how many of `lost`
 * were missed by the check that first saw a new target, by `targetKey`: those it may replace; `quiet` is the number of checks in
 * a row without anything in the way; `lastTrouble` what was last in the way.
 */
export type GateState = Readonly<z.infer<typeof gateStateSchema>>;
