import type { Endpoint, VantagePoint } from '../model/endpoint.ts';
import type { ProbeResult } from '../model/probe-result.ts';

/** What is to be dialled from one place. Endpoints whose address is not known are not handed in. */
export type DialWork = { readonly vantagePoint: VantagePoint; readonly endpoints: readonly Endpoint[] };

/**
 * Dials, wherever from. Never rejects; one result for each endpoint of each work, in that order: what could not be
 * dialled is `inconclusive`, with the reason in `detail`.
 */
export type Dial = (work: readonly DialWork[]) => Promise<readonly ProbeResult[]>;
