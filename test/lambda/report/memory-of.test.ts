import { describe, expect, it } from 'vitest';
import type { Memory } from '../../../lambda/model/memory.ts';
import type { Report, ReportedEndpoint } from '../../../lambda/model/report.ts';
import { memoryOf } from '../../../lambda/report/memory-of.ts';

const WELL = { symptom: null, since: null, lastWell: null, leading: null, others: [], inconclusive: [] };
const ILL = {
  ...WELL,
  symptom: { purpose: 'traffic', outcome: 'refused', witness: 'probe' },
  since: '02:02',
} as const;
const CAUSE = { code: 'c', resource: 'r', since: '02:00', kind: 'cause', certainty: 'certain' };
const NOTE = { ...CAUSE, code: 'n', kind: 'note' };

function reportOf(endpoint: object, loadBalancer: object = {}): Report {
  const endpoints = [{ id: 'e', unjudged: null, probes: [], diagnosis: WELL, ...endpoint }];
  const loadBalancers = [{ arn: 'lb', unjudged: null, diagnosis: WELL, ...loadBalancer }];
  return { checkedAt: '02:05', endpoints, loadBalancers, targetGroups: [] } as unknown as Report;
}

const probe = (at: string) => ({ at }) as ReportedEndpoint['probes'][number];
const before: Memory = {
  subjects: { e: { seenAt: '02:01', symptom: null, since: null, lastWell: '02:01', findings: [] } },
};

describe('when an endpoint was last seen well', () => {
  it.each([
    {
      what: 'it is well, when last dialled',
      report: reportOf({ probes: [probe('02:04'), probe('02:03')] }),
      at: '02:04',
    },
    { what: 'it is well, and nothing was dialled', report: reportOf({}), at: '02:05' },
    { what: 'it is ill, as before', report: reportOf({ diagnosis: ILL }), at: '02:01' },
    { what: 'it could not be judged', report: reportOf({ unjudged: 'why' }), at: '02:01' },
    {
      what: 'its configuration has a fault',
      report: reportOf({ diagnosis: { ...WELL, leading: CAUSE } }),
      at: '02:01',
    },
    { what: 'there is only a note', report: reportOf({ diagnosis: { ...WELL, leading: NOTE } }), at: '02:05' },
  ])('$at where $what', ({ report, at }) => {
    expect(memoryOf(report, before).subjects['e']?.lastWell).toBe(at);
  });

  it('is not known where no check saw it well', () => {
    expect(memoryOf(reportOf({ diagnosis: ILL }), null).subjects['e']?.lastWell).toBeNull();
  });
});

it('keeps the symptom, since when, and every finding', () => {
  const report = reportOf({ diagnosis: { ...ILL, leading: CAUSE, others: [NOTE] } });
  expect(memoryOf(report, null).subjects['e']).toEqual({
    seenAt: '02:05',
    symptom: 'refused',
    since: '02:02',
    lastWell: null,
    findings: [
      { code: 'c', resource: 'r', since: '02:00' },
      { code: 'n', resource: 'r', since: '02:00' },
    ],
  });
});

it('holds load balancers and target groups by their ARN, and only what the report holds', () => {
  expect(Object.keys(memoryOf(reportOf({}), { subjects: { gone: before.subjects['e'] ?? never() } }).subjects)).toEqual(
    ['lb', 'e'],
  );
});

function never(): never {
  throw new Error('the table above holds it');
}
