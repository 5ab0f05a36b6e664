import type { VantagePoint } from '../../model/endpoint.ts';
import type { PortRange } from '../../model/flow.ts';

/** A place that a way starts from, the ports that it dials from, and what was taken for granted in finding it. */
export type WaySource = {
  /** In words: `i-0abc (web-a) at 10.0.1.5`, `shop-web@eu-west-1a`. */
  readonly name: string;
  readonly place: VantagePoint;
  readonly sourcePorts: PortRange;
  readonly assumptions: readonly string[];
};

/** Where a way starts; or why that cannot be said, and the names that are known, of which the nearest may be meant. */
export type Sources =
  | { readonly sources: readonly WaySource[] }
  | { readonly problem: string; readonly known: readonly string[] };
