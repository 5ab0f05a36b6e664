import type { Format } from './formats.ts';
import type { Place } from './places.ts';

/** What the verb `gate` may be told. What is left out is for the deployed gate to say, or else the usual. */
export type GateOptions = {
  readonly stable?: number;
  readonly timeout?: number;
  readonly pause: number;
  readonly baseline?: string;
  readonly from?: Place;
  readonly stack?: string;
  /** Names or ARNs, `NAME@LOADBALANCER`. */
  readonly targetGroup: readonly string[];
  /** Each as `TARGETGROUP:TARGET[:PORT]`. */
  readonly readmit: readonly string[];
  readonly output: Format;
  readonly profile?: string;
  readonly region?: string;
  readonly color: boolean;
};
