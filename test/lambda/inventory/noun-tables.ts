import { describe, expect, it } from 'vitest';
import type { Call } from '../../../lambda/inventory/call.ts';

/** An answer written by hand, and what it comes to. */
type Row = { readonly situation: string; readonly raw: object; readonly noun: unknown };
/** One kind: how its nouns are made. */
export type NounTable = {
  readonly kind: string;
  // What a call takes is its own; here the answers are written out by hand.
  readonly call: { readonly noun: (raw: never) => unknown };
  readonly rows: readonly Row[];
  readonly malformed: readonly { readonly said: string; readonly raw: object }[];
};

/** Tests of each kind: what answers come to, and which are malformed. */
export function nounTables(tables: readonly NounTable[]): void {
  describe.each(tables)('$kind', ({ call, rows, malformed }) => {
    const noun = (raw: object) => (call as Call<object, unknown>).noun(raw);

    it.each(rows)('$situation', ({ raw, noun: expected }) => {
      expect(noun(raw)).toEqual(expected);
    });

    it.each(malformed)('is malformed: $said', ({ said, raw }) => {
      expect(() => noun(raw)).toThrow(expect.objectContaining({ name: 'MalformedAnswer', message: said }));
    });
  });
}
