import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../lambda/model/probe-result.ts';
import type { Report } from '../../../../lambda/model/report.ts';
import { gateAfter } from './gate-after.ts';
import { gateReport } from './gate-report.ts';

describe('whatever is seen', () => {
  const outcome = fc.constantFrom<Outcome>('connected', 'refused', 'timed-out', 'inconclusive');
  const target = (id: string) =>
    fc.record({
      id: fc.constant(id),
      outcomes: fc.array(outcome, { maxLength: 2 }),
      state: fc.constantFrom('healthy', 'draining'),
    });
  const report = fc.tuple(target('i-0old'), target('i-0new')).map((targets) => gateReport(targets));

  it('never passes where the only new target has gone without three accepted connections in a row', () => {
    fc.assert(
      fc.property(fc.array(report, { minLength: 6, maxLength: 6 }), (seen) => {
        const before = gateReport([{ id: 'i-0old' }]);
        const runs = runsOf(seen);
        gateAfter(before, seen, { timeoutSeconds: 60 }).forEach(({ verdict }, index) => {
          const last = runs.slice(0, index + 1).findLast((run) => run !== null) ?? null;
          if (verdict === 'passed') expect(last === null || last >= 3).toBe(true);
        });
      }),
    );
  });

  it('never passes by who stood beside, where another new target has gone without three in a row', () => {
    const beside = target('i-0new').map((one) => gateReport([{ id: 'i-0old' }, { id: 'i-0beside' }, one]));
    fc.assert(
      fc.property(fc.array(beside, { minLength: 8, maxLength: 8 }), (seen) => {
        const runs = runsOf(seen);
        gateAfter(gateReport([{ id: 'i-0old' }]), seen, { timeoutSeconds: 80 }).forEach(({ verdict }, index) => {
          const last = runs.slice(0, index + 1).findLast((run) => run !== null) ?? null;
          if (verdict === 'passed') expect(last === null || last >= 3).toBe(true);
        });
      }),
    );
  });

  it('never passes on a look in which something new did not accept, and always ends', () => {
    fc.assert(
      fc.property(report, fc.array(report, { minLength: 4, maxLength: 4 }), (before, seen) => {
        const verdicts = gateAfter(before, seen);
        expect(verdicts[3]?.verdict).not.toBe('waiting');
        verdicts.forEach(({ verdict }, index) => {
          const now = seen[index]?.endpoints.find(({ target: { id } }) => id === 'i-0new');
          const accepted = now?.probes.every((probe) => probe.outcome === 'connected') && now.probes.length > 0;
          if (
            verdict === 'passed' &&
            !before.endpoints.some((one) => one.id === now?.id && one.elb?.state === 'healthy')
          ) {
            expect(now?.elb?.state === 'draining' || accepted).toBe(true);
          }
        });
      }),
    );
  });
});

/** In how many looks in a row the new target had accepted by each of them; null where it is on its way out. */
function runsOf(seen: readonly Report[]): readonly (number | null)[] {
  let run = 0;
  return seen.map(({ endpoints }) => {
    const now = endpoints.find(({ target: { id } }) => id === 'i-0new');
    const isThere = now !== undefined && now.elb?.state !== 'draining';
    run = isThere && now.probes.length > 0 && now.probes.every(({ outcome }) => outcome === 'connected') ? run + 1 : 0;
    return isThere ? run : null;
  });
}
