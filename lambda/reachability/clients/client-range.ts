import type { Span } from '../read-span.ts';

/** A range that clients come from. */
export type ClientRange = {
  /** As it was declared; null where none was. */
  readonly declared: string | null;
  /** What they are called in a sentence: the range, `the internet`, `anybody`. */
  readonly name: string;
  readonly range: Span;
  /** Parts of the range in which no client is. */
  readonly without: readonly Span[];
  /** They come over the internet, so that only public addresses count. */
  readonly overInternet: boolean;
  /** The same for the same clients within one inventory. */
  readonly key: string;
  /** What a line has to speak of to let them in; empty where that cannot be told. */
  readonly admit: readonly string[];
};
