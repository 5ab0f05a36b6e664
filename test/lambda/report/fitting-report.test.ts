import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnosis, Finding } from '../../../lambda/model/diagnosis.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { boundedReport } from '../../../lambda/report/bounded-report.ts';
import { exitStatus } from '../../../lambda/report/exit-status.ts';
import { jsonBytes } from '../../../lambda/report/json-bytes.ts';
import { diagnosesOf } from '../../../lambda/report/page/diagnoses-of.ts';
import { pageOf } from '../../../lambda/report/page/page-of.ts';
import { sameFinding } from '../../../lambda/report/same-finding.ts';
import { finding, judged, reported } from './situation.ts';

const WELL = reported([judged()]);
const [BALANCER] = WELL.loadBalancers;
const [GROUP] = WELL.targetGroups;
const [ENDPOINT] = WELL.endpoints;
if (BALANCER === undefined || GROUP === undefined || ENDPOINT === undefined) throw new Error('nothing was reported');
const NOTHING = ENDPOINT.diagnosis;
const SYMPTOM = { purpose: 'traffic', outcome: 'timed-out', witness: 'probe' } as const;

type Group = { readonly unjudged?: string; readonly leading?: Finding };
type At = { readonly diagnosis?: Partial<Diagnosis>; readonly unjudged?: string; readonly watch?: string };

/** A load balancer with so many target groups and endpoints; the findings are all that their diagnoses name. */
function told(groups: readonly Group[], endpoints: readonly At[]): Report {
  const report = {
    ...WELL,
    targetGroups: groups.map(({ unjudged = null, leading = null }, index) => ({
      ...GROUP,
      ...{
        arn: `${GROUP?.arn}-${index}`,
        name: `web-${index}`,
        loadBalancers: [BALANCER?.arn ?? ''],
        unjudged,
        leading,
      },
      diagnosis: { ...NOTHING, leading },
    })),
    endpoints: endpoints.map(({ diagnosis = {}, unjudged = null, watch = null }, index) => ({
      ...ENDPOINT,
      ...{ id: `web/${index}`, unjudged, watch, loadBalancer: watch === null ? (BALANCER?.arn ?? '') : null },
      diagnosis: { ...NOTHING, ...diagnosis },
    })),
  } as Report;
  const diagnoses = diagnosesOf(report);
  const findings = [...diagnoses.flatMap(({ leading }) => leading ?? []), ...diagnoses.flatMap(({ others }) => others)];
  return { ...report, findings };
}

/** One of a thing of its own: no two are the same. */
function faultAt(index: number, changes: Partial<Finding> = {}): Finding {
  return finding({ culprit: { resource: `i-${index}` }, resource: `i-${index}`, ...changes });
}

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('a report with more target groups than there is room for', () => {
  it('keeps the one, last of all, whose targets could not be read', () => {
    const unread = 'targets could not be read: access was denied';
    const report = told(
      [...times(2_000, () => ({})), { unjudged: unread }],
      times(5, () => ({})),
    );
    const bounded = boundedReport(report, Math.floor(jsonBytes(report) / 2));
    expect([exitStatus(report), exitStatus(bounded)]).toEqual([3, 3]);
    expect(bounded.targetGroups.map(({ unjudged }) => unjudged)).toContain(unread);
    expect(pageOf(bounded).verdict).toEqual(pageOf(report).verdict);
  });

  it('then those where something leads', () => {
    const note = faultAt(0, { kind: 'note' });
    const report = told([...times(2_000, () => ({})), { leading: note }], []);
    const bounded = boundedReport(report, Math.floor(jsonBytes(report) / 2));
    expect(bounded.targetGroups.filter(({ leading }) => leading !== null)).toHaveLength(1);
  });

  it('does not call well what it does not tell', () => {
    const report = told(
      times(2_000, () => ({})),
      times(5, () => ({})),
    );
    const bounded = boundedReport(report, Math.floor(jsonBytes(report) / 2));
    const left = 2_000 - bounded.targetGroups.length;
    expect([exitStatus(report), exitStatus(bounded)]).toEqual([0, 3]);
    expect(bounded).toMatchObject({
      truncated: 'subjects',
      omitted: { findings: 0, targetGroups: left, endpoints: 0, unread: 0 },
      loadBalancers: [{ unjudged: `${left} target groups of it found no room in this report` }],
    });
    expect(pageOf(bounded)).toMatchObject({
      verdict: { tone: 'unsure' },
      basis: expect.arrayContaining([expect.stringContaining(`without ${left} target groups: `)]),
    });
  });
});

describe('a report with more findings than there is room for', () => {
  const behind = (index: number) => faultAt(10_000 + index, { code: 'target-port-closed' });
  const report = told(
    [{}],
    // The gravest come last; what leads at the others, and what is behind, is as long.
    [
      ...times(300, (index) => ({ diagnosis: { leading: faultAt(index, { kind: 'note' }) } })),
      ...times(300, (index) => ({
        diagnosis: { symptom: SYMPTOM, leading: faultAt(1_000 + index), others: [behind(index)] },
      })),
    ],
  );

  it.each([0.1, 0.2, 0.3, 0.5])('says what leads at each endpoint that is told: %f of what it is', (share) => {
    const bounded = boundedReport(report, Math.floor(jsonBytes(report) * share));
    const said = new Set(bounded.findings.map(sameFinding));
    expect(bounded.endpoints.length).toBeGreaterThan(0);
    expect(
      bounded.endpoints.filter(({ diagnosis: { leading } }) => leading && !said.has(sameFinding(leading))),
    ).toEqual([]);
  });

  it('refers to what is said, and to nothing else', () => {
    const bounded = boundedReport(report, Math.floor(jsonBytes(report) * 0.2));
    const said = new Set(bounded.findings.map(sameFinding));
    const all = diagnosesOf(bounded).flatMap(({ leading, others }) => [
      ...(leading === null ? [] : [leading]),
      ...others,
    ]);
    const refers = Map.groupBy(all, ({ why }) => why.startsWith('Said once'));
    expect(refers.get(true)?.every((one) => said.has(sameFinding(one)))).toBe(true);
    expect(refers.get(false)?.some((one) => said.has(sameFinding(one)))).toBe(false);
  });

  it('says how many are left out, and counts no more faults than it knows', () => {
    const bounded = boundedReport(report, Math.floor(jsonBytes(report) * 0.2));
    const left = 900 - bounded.findings.length;
    expect(left).toBeGreaterThan(0);
    const { basis, verdict, closing } = pageOf(bounded);
    expect(basis.at(-1)).toContain(`without ${left} findings`);
    expect(verdict.text).toMatch(/^At least \d+ faults found\.$/);
    expect(closing[0]).toMatch(/^600 endpoints of /);
  });
});

it('keeps a proven fault even where load balancers alone take more room than there is', () => {
  const one = told([{}], [{ diagnosis: { symptom: SYMPTOM, leading: faultAt(1) } }]);
  const report = { ...one, loadBalancers: times(500, (index) => ({ ...BALANCER, arn: `${index}` })) } as Report;
  const bounded = boundedReport(report, Math.floor(jsonBytes(report) / 2));
  expect([exitStatus(report), exitStatus(bounded)]).toEqual([2, 2]);
});

const NONE: Partial<Diagnosis> = {};
const diagnosis = fc.nat({ max: 400 }).chain((index) =>
  fc.constantFrom<Partial<Diagnosis>>(
    NONE,
    { symptom: SYMPTOM },
    { leading: faultAt(index, { kind: 'note' }) },
    { symptom: SYMPTOM, leading: faultAt(index, { certainty: 'possible' }) },
    { symptom: SYMPTOM, leading: faultAt(index) },
    {
      symptom: SYMPTOM,
      leading: faultAt(index, { certainty: 'possible' }),
      others: [faultAt(index, { code: 'route-missing' })],
    },
  ),
);
const at = fc.record(
  { diagnosis, unjudged: fc.constant('nothing was dialled'), watch: fc.constantFrom('a', 'b') },
  { requiredKeys: [] },
);
const group = fc.record(
  { unjudged: fc.constant('targets could not be read'), leading: fc.constant(faultAt(7, { kind: 'note' })) },
  { requiredKeys: [] },
);
/** Mostly of one kind, with one or two of another: what a cut is likeliest to lose. */
const mostlyWell = <T>(any: fc.Arbitrary<T>, well: T) =>
  fc
    .tuple(fc.nat({ max: 150 }), fc.array(any, { maxLength: 3 }), fc.nat({ max: 20 }))
    .map(([many, few, before]) => [
      ...times(Math.min(before, many), () => well),
      ...few,
      ...times(Math.max(0, many - before), () => well),
    ]);

it('a cut report is never better than the whole one, nor longer than it may be, and good only where it is whole', () => {
  const badness = [0, 3, 2];
  const groups = fc.oneof(fc.array(group, { maxLength: 60 }), mostlyWell<Group>(group, {}));
  const endpoints = fc.oneof(fc.array(at, { maxLength: 60 }), mostlyWell<At>(at, {}));
  fc.assert(
    fc.property(groups, endpoints, fc.double({ min: 0, max: 1, noNaN: true }), (someGroups, someEndpoints, share) => {
      const report = told(someGroups, someEndpoints);
      // Room for one finding there must be.
      const most = Math.max(15_000, Math.floor(jsonBytes(report) * share));
      const bounded = boundedReport(report, most);
      expect(jsonBytes(bounded)).toBeLessThanOrEqual(most);
      expect(badness.indexOf(exitStatus(bounded))).toBeGreaterThanOrEqual(badness.indexOf(exitStatus(report)));
      if (bounded.truncated === 'subjects') expect(pageOf(bounded).verdict.tone).toMatch(/bad|unsure/);
      else expect(exitStatus(bounded)).toBe(exitStatus(report));
    }),
    { numRuns: 200 },
  );
});
