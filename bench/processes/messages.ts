import type { DialRequest } from '../../lambda/probe/tcp.ts';

/** To a process that listens: at these ports of an address, `count` of them from `from` on. */
export type ListenMessage = {
  readonly id: number;
  readonly address: string;
  readonly from: number;
  readonly count: number;
};

/** To a process that dials. Times in milliseconds; without `dwellMs` the prober's own default. */
export type DialMessage = {
  readonly id: number;
  readonly requests: readonly DialRequest[];
  readonly dwellMs?: number;
};

/** What came of dialling: how long it took, how many endpoints had which outcome, and the most memory ever held, in bytes. */
export type DialAnswer = {
  readonly id: number;
  readonly elapsedMs: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly peakBytes: number;
};
