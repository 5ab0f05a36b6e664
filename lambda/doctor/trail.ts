import type { Fact } from '../model/fact.ts';

/** One selector of a trail, reduced to what it says of management events. */
export type TrailSelector = {
  readonly management: boolean;
  /** Whether calls that change something are taken. */
  readonly writes: boolean;
  /** Of EC2's and Elastic Load Balancing's calls, those that it takes. */
  readonly sources: readonly ('ec2' | 'elasticloadbalancing')[];
};

/** A trail that covers the Region. */
export type Trail = {
  readonly name: string;
  readonly isLogging: Fact<boolean>;
  readonly selectors: Fact<readonly TrailSelector[]>;
};
