import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoTime } from '../../../lambda/probe/iso-time.ts';

it('is what a Date says, whatever was asked before', () => {
  const times = fc.array(fc.integer({ min: 0, max: 5 }).map((ms) => 1_790_000_000_000 + ms));
  fc.assert(
    fc.property(times, (all) => {
      expect(all.map(isoTime)).toEqual(all.map((ms) => new Date(ms).toISOString()));
    }),
  );
});
