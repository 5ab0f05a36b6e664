import type { Fact } from '../model/fact.ts';
import type { GroundLine } from './ground-line.ts';
import type { Size } from './read-size.ts';

/** All that the doctor found of its own ground. */
export type Ground = {
  readonly account: string | null;
  readonly lines: readonly GroundLine[];
  readonly size: Fact<Size>;
};
