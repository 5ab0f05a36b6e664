import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownSchema } from '../../../../lambda/memory/shown-schema.ts';
import type { Finding } from '../../../../lambda/model/diagnosis.ts';
import type { Hop } from '../../../../lambda/model/flow.ts';
import type { Report } from '../../../../lambda/model/report.ts';
import { shownOf } from '../../../../lambda/report/widget/shown-of.ts';
import { widgetHtml } from '../../../../lambda/report/widget/widget-html.ts';
import { finding, judged, reported, type Told } from '../situation.ts';
import { drawn } from './drawn.ts';

/** Any text that somebody may have written into a name: every character there is, and at times far too much of it. */
const text = fc
  .tuple(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<', '&', ']]>', '\u0000', '\ud800', '😀')),
    fc.constantFrom(1, 1, 1, 5_000),
  )
  .map(([part, times]) => part.repeat(times));

const hop: fc.Arbitrary<Hop> = fc.record({
  kind: fc.constantFrom(
    'security-group-egress',
    'network-acl-egress',
    'route',
    'destination',
    'security-group-ingress',
  ),
  resource: text,
  line: fc.option(text, { nil: undefined }),
  decision: fc.constantFrom('allow', 'deny', 'unknown'),
  why: text,
});

const leading: fc.Arbitrary<Finding> = fc
  .record({
    code: text,
    title: text,
    why: text,
    kind: fc.constantFrom('cause', 'consequence', 'note'),
    component: fc.constantFrom('prober', 'load-balancer', 'route', 'target-security-group', 'target-process'),
    certainty: fc.constantFrom('certain', 'likely', 'possible'),
    zones: fc.constantFrom(null, ['eu-west-1a'], []),
    culprit: fc.record({ resource: text, line: text }),
    fix: fc.record({ ...fixed(), summary: text, commands: fc.array(text, { maxLength: 30 }) }),
  })
  .map((changes) => finding(changes));

function fixed() {
  return { cdk: text, confirm: text, verified: fc.constantFrom(true, false, null) };
}

const told: fc.Arbitrary<Told> = fc.record({
  outcomes: fc.constantFrom(null, ['connected', 'refused'] as const, ['inconclusive'] as const),
  detail: text,
  word: fc.constantFrom(null, ['unhealthy', 'Target.Timeout'] as const),
  diagnosis: fc.oneof(
    fc.constant({}),
    fc.record({ leading }),
    fc.constant({ symptom: { purpose: 'traffic', outcome: 'refused', witness: 'probe' } as const }),
  ),
});

const report: fc.Arbitrary<Report> = fc
  .tuple(fc.array(told, { maxLength: 8 }), fc.array(hop, { maxLength: 60 }), text)
  .map(([all, hops, name]) => {
    const made = reported(all.map((one) => judged(one)));
    const paths = [{ vantagePoint: name, zone: name, verdict: 'deny' as const, forward: hops, return: hops }];
    return {
      ...made,
      loadBalancers: made.loadBalancers.map((one) => ({ ...one, name })),
      endpoints: made.endpoints.map((one) => ({
        ...one,
        paths: [...paths, ...one.paths],
        target: { ...one.target, name },
      })),
      unread: [{ what: name, reason: name, action: null }],
    };
  });

it('shows any report as well-formed HTML below 100 KB, after a stay in a row of the table', () => {
  fc.assert(
    fc.property(report, text, fc.constantFrom('light', 'dark'), (one, problem, theme) => {
      const shown = shownOf(one, one.loadBalancers[0]?.arn ?? '');
      if (shown === null) throw new Error('the load balancer is not shown');
      const json = JSON.stringify(shown);
      expect(new TextEncoder().encode(json).length).toBeLessThanOrEqual(350_000);
      const kept = shownSchema.parse(JSON.parse(json));
      expect(kept).toEqual(JSON.parse(json));
      const html = widgetHtml({
        ...{ kept: [{ at: one.checkedAt, shown: kept }], problems: [problem], now: one.checkedAt, theme },
        ...{ intervalSeconds: 60, deployment: problem, widthPx: 588 },
      });
      expect(new TextEncoder().encode(html).length).toBeLessThanOrEqual(100_000);
      expect(drawn(html)[0]?.name).toBe('div');
    }),
    { numRuns: 60 },
  );
});
