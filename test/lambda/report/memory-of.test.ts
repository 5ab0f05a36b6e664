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

describe('what the report does not hold', () => {
  const GROUP = { arn: 'tg', loadBalancers: ['lb'], unjudged: null, diagnosis: WELL };
  const atWatch = (id: string, address: string | null) => ({ id: `watch/db/${id}`, watch: 'db', address });
  const unread = { loadBalancer: { unjudged: 'target groups could not be read' } };
  const seenAt = '2026-03-01T02:00:00.000Z';

  it.each<{ what: string; id: string; report: object; stays: boolean }>([
    { what: 'a target, its group read', id: 'tg/i-1', report: { groups: [GROUP] }, stays: false },
    {
      what: 'a target, its group unread',
      id: 'tg/i-1',
      report: { groups: [{ ...GROUP, unjudged: 'why' }] },
      stays: true,
    },
    { what: 'a group, those of its load balancer read', id: 'tg', report: {}, stays: false },
    { what: 'a group, those of its load balancer unread', id: 'tg', report: unread, stays: true },
    { what: 'a target, the groups unread', id: 'tg/i-1', report: unread, stays: true },
    { what: 'an address, known are others', id: 'watch/db/1', report: { endpoint: atWatch('2', '2') }, stays: false },
    { what: 'an address, the DNS silent', id: 'watch/db/1', report: { endpoint: atWatch('db', null) }, stays: true },
    { what: 'what nobody saw for a month', id: 'tg', report: { ...unread, at: '2026-04-01T02:00:00Z' }, stays: false },
  ])('$what: stays as it was: $stays', ({ id, report, stays }) => {
    const { endpoint, loadBalancer, groups = [], at = '2026-03-02T02:00:00Z' } = Object(report);
    const whole = { ...reportOf(endpoint ?? {}, loadBalancer), targetGroups: groups, checkedAt: at };
    const told = { code: 'c', culprit: 'r', since: seenAt };
    const subject = { ...(before.subjects['e'] ?? never()), seenAt, told };
    expect(memoryOf(whole, { subjects: { [id]: subject } }).subjects[id]).toEqual(stays ? subject : undefined);
  });
});

describe('since when something stands that could not be judged this time', () => {
  const OURS = { ...ILL, symptom: { ...ILL.symptom, outcome: 'inconclusive' } };
  const MISSING = { ...ILL, inconclusive: [{ code: 'c', missing: [] }] };
  const stood = { symptom: 'reset', since: '02:01', findings: [{ code: 'c', resource: 'r', since: '02:00' }] };

  it.each<{ what: string; endpoint: object; symptom: string | null; findings: number }>([
    { what: 'nothing was seen', endpoint: { unjudged: 'why' }, symptom: 'reset', findings: 1 },
    { what: 'we ourselves failed', endpoint: { diagnosis: OURS }, symptom: 'reset', findings: 1 },
    { what: 'a fact was missing', endpoint: { diagnosis: MISSING }, symptom: 'refused', findings: 1 },
    { what: 'it is seen to be over', endpoint: {}, symptom: null, findings: 0 },
    { what: 'another was seen', endpoint: { diagnosis: ILL }, symptom: 'refused', findings: 0 },
    {
      what: 'it was found again',
      endpoint: { unjudged: 'why', diagnosis: { ...WELL, leading: CAUSE } },
      symptom: 'reset',
      findings: 1,
    },
  ])('is kept as far as need be where $what', ({ endpoint, symptom, findings }) => {
    const earlier = { e: { ...(before.subjects['e'] ?? never()), ...stood } };
    const subject = memoryOf(reportOf(endpoint), { subjects: earlier }).subjects['e'];
    expect(subject).toMatchObject({ symptom, findings: stood.findings.slice(0, findings) });
    if (symptom === 'reset') expect(subject?.since).toBe(stood.since);
  });
});

function never(): never {
  throw new Error('the table above holds it');
}
