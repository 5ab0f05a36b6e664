import type { TcpProbe } from './tcp.ts';

/** One line of a prober's work. `id` comes back with the result; it need not be unique to anyone but the caller. */
export type ProberRequest = { readonly id: string; readonly address: string; readonly port: number };

/** What a prober is invoked with. `deadlineMs` from 100 to 10,000 (4000 by default), `dwellMs` from 0 to 1000 (20). */
export type ProberEvent = {
  readonly endpoints: readonly ProberRequest[];
  readonly deadlineMs?: number;
  readonly dwellMs?: number;
};

/** What was seen of one endpoint: `{ id, outcome, errno, detail, elapsedMs, attempts, at }`, `at` in ISO 8601. */
export type ProberResult = TcpProbe & { readonly id: string };

/** A prober's answer, in the order of the event's endpoints. */
export type ProberAnswer = { readonly results: readonly ProberResult[] };
