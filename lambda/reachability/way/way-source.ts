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
