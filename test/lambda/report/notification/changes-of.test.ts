import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../../lambda/model/diagnosis.ts';
import { endpointId } from '../../../../lambda/model/endpoint-id.ts';
import type { Memory } from '../../../../lambda/model/memory.ts';
import type { Report } from '../../../../lambda/model/report.ts';
import { memoryOf } from '../../../../lambda/report/memory-of.ts';
import { changesOf } from '../../../../lambda/report/notification/changes-of.ts';
import { rememberTold } from '../../../../lambda/report/notification/remember-told.ts';
import { finding, judged, reported, type Told } from '../situation.ts';

const silent = { purpose: 'traffic', outcome: 'timed-out', witness: 'probe' } as const;
const blocked = finding();
const blockedToo = finding({ resource: 'i-0b22' });
const closed = finding({ code: 'target-port-closed', component: 'target-process', culprit: { resource: 'i-0a11' } });
const closedToo = { ...closed, resource: 'i-0b22', culprit: { resource: 'i-0b22' } };
const note = finding({ code: 'evidence-contradicts', kind: 'note', component: 'prober' });

const ill = (leading: Diagnosis['leading'], more: Partial<Diagnosis> = {}): Told => ({
  diagnosis: { symptom: silent, leading, ...more },
});
const first = (told: Told = {}): Told => ({ ...told, target: 'i-0a11' });
const second = (told: Told = {}): Told => ({ ...told, target: 'i-0b22' });

/** Reports of checks one after the other, each with what was told of the one before it; gives what the last one tells. */
function toldAtLast(...checks: readonly (readonly Told[] | Report)[]): readonly string[] {
  let memory: Memory | null = null;
  let said: readonly string[] = [];
  for (const check of checks) {
    const report: Report = 'endpoints' in check ? check : withIds(reported(check.map((told) => judged(told))));
    said = changesOf(memory, report).map(
      ({ kind, code, before, subjects, loadBalancer }) =>
        `${kind} ${kind === 'became' ? `${before?.code} -> ` : ''}${code} at ${loadBalancer}: ${subjects.length}`,
    );
    memory = rememberTold(memoryOf(report, memory), memory, report);
  }
  return said;
}

/** With the ids that endpoints have in earnest. */
function withIds(report: Report): Report {
  const idOf = ({ targetGroup, target, port }: Report['endpoints'][number]) =>
    endpointId({ targetGroup: targetGroup ?? '', target: target.id, trafficPort: port, purpose: 'traffic', port });
  return { ...report, endpoints: report.endpoints.map((one) => ({ ...one, id: idOf(one) })) };
}

const BEGAN = `began ${blocked.code} at shop-web: 1`;
const CLEARED = `cleared ${blocked.code} at shop-web: 1`;

describe('one endpoint', () => {
  it.each<[string, readonly (readonly Told[])[], readonly string[]]>([
    ['well at first', [[{}]], []],
    ['ill at first', [[ill(blocked)]], [BEGAN]],
    ['turns ill', [[{}], [ill(blocked)]], [BEGAN]],
    ['stays ill', [[ill(blocked)], [ill(blocked)]], []],
    ['turns well', [[ill(blocked)], [{}]], [CLEARED]],
    ['stays well', [[ill(blocked)], [{}], [{}]], []],
    ['turns ill again', [[ill(blocked)], [{}], [ill(blocked)]], [BEGAN]],
    [
      'is ill by another',
      [[ill(blocked)], [ill(closed)]],
      [`became ${blocked.code} -> target-port-closed at shop-web: 1`],
    ],
    [
      'is ill by another culprit of the same fault',
      [[ill(blocked)], [ill(finding({ culprit: { resource: 'sg-2' } }))]],
      [],
    ],
    ['a fault while traffic flows', [[{}], [{ diagnosis: { leading: blocked } }]], [BEGAN]],
    ['a likely cause', [[ill({ ...blocked, certainty: 'likely' })]], [BEGAN]],
    ['a possible cause', [[ill({ ...blocked, certainty: 'possible' })]], []],
    ['a consequence', [[ill({ ...blocked, kind: 'consequence' })]], []],
    ['a note', [[{ diagnosis: { leading: note } }]], []],
    ['a note that goes', [[{ diagnosis: { leading: note } }], [{}]], []],
    ['a cause behind a note', [[{ diagnosis: { leading: note, others: [blocked] } }]], [BEGAN]],
    ['a symptom without a cause', [[ill(null)]], []],
  ])('%s', (_, checks, expected) => {
    expect(toldAtLast(...checks)).toEqual(expected);
  });
});

describe('what could not be looked at', () => {
  const unjudged: Told = { unjudged: 'nothing was dialled' };
  const unclear: Told = { diagnosis: { inconclusive: [{ code: blocked.code, missing: ['the groups'] }] } };

  it.each<[string, readonly (readonly Told[])[], readonly string[]]>([
    ['has not begun', [[unjudged]], []],
    ['has not cleared', [[ill(blocked)], [unjudged]], []],
    ['clears when it is seen well', [[ill(blocked)], [unjudged], [unjudged], [{}]], [CLEARED]],
    ['has not begun anew', [[ill(blocked)], [unjudged], [ill(blocked)]], []],
    ['has not cleared while its symptom stays', [[ill(blocked)], [ill(null)]], []],
    ['clears after that', [[ill(blocked)], [ill(null)], [{}]], [CLEARED]],
    ['has not cleared while its fault cannot be judged', [[ill(blocked)], [unclear]], []],
    [
      'is told of when its cause is certain all the same',
      [[{ ...unjudged, diagnosis: { leading: blocked } }]],
      [BEGAN],
    ],
  ])('%s', (_, checks, expected) => {
    expect(toldAtLast(...checks)).toEqual(expected);
  });

  it('a report of another load balancer clears nothing, and nothing is told again after it', () => {
    const other = { ...reported([]), loadBalancers: [], targetGroups: [] };
    expect(toldAtLast([ill(blocked)], other)).toEqual([]);
    expect(toldAtLast([ill(blocked)], other, [ill(blocked)])).toEqual([]);
  });
});

describe('several endpoints', () => {
  it.each<[string, readonly (readonly Told[])[], readonly string[]]>([
    [
      'with one culprit are one change',
      [[first(ill(blocked)), second(ill(blockedToo))]],
      [`began ${blocked.code} at shop-web: 2`],
    ],
    [
      'each by itself are one change',
      [[first(ill(closed)), second(ill(closedToo))]],
      ['began target-port-closed at shop-web: 2'],
    ],
    [
      'clear as one',
      [
        [first(ill(blocked)), second(ill(blockedToo))],
        [first(), second()],
      ],
      [`cleared ${blocked.code} at shop-web: 2`],
    ],
    [
      'one more',
      [
        [first(ill(blocked)), second()],
        [first(ill(blocked)), second(ill(blockedToo))],
      ],
      [BEGAN],
    ],
    [
      'what began comes before what cleared, in the packet’s order',
      [
        [first(), second(ill(closedToo))],
        [first(ill(blocked)), second()],
      ],
      [BEGAN, 'cleared target-port-closed at shop-web: 1'],
    ],
    [
      'a target that is gone has cleared, once',
      [[first(ill(closed)), second()], [second()]],
      ['cleared target-port-closed at shop-web: 1'],
    ],
    ['a target that is gone has cleared, once', [[first(ill(closed)), second()], [second()], [second()]], []],
    ['a target that another replaces with the same fault', [[first(ill(closed))], [second(ill(closedToo))]], []],
    [
      'a target that another replaces with another fault',
      [[first(ill(closed))], [second(ill(blockedToo))]],
      [BEGAN, 'cleared target-port-closed at shop-web: 1'],
    ],
  ])('%s', (_, checks, expected) => {
    expect(toldAtLast(...checks)).toEqual(expected);
  });
});

it.each<[string, readonly Told[], readonly boolean[]]>([
  ['a target that was well', [first(), second()], [true, false, false]],
  ['a target of which a fault was told', [first(ill(closed)), second()], [true, true, false]],
])('forgets %s when it is gone', (_, check, expected) => {
  const [gone, ...others] = check;
  const reports = [[gone ?? {}, ...others], others, others].map((told) => withIds(reported(told.map(judged))));
  let memory: Memory | null = null;
  const held = reports.map((report) => {
    memory = rememberTold(memoryOf(report, memory), memory, report);
    return Object.keys(memory.subjects).some((id) => id.includes('i-0a11'));
  });
  expect(held).toEqual(expected);
});

describe('load balancers and target groups as such', () => {
  const empty = finding({ code: 'target-group-empty', subject: 'target-group' });
  const withGroup = (diagnosis: Partial<Diagnosis>, unjudged: string | null = null): Report => {
    const report = reported([]);
    return {
      ...report,
      targetGroups: report.targetGroups.map((one) => ({
        ...one,
        unjudged,
        diagnosis: { ...one.diagnosis, ...diagnosis },
      })),
    };
  };

  it.each<[string, readonly Report[], readonly string[]]>([
    ['begin', [withGroup({ leading: empty })], ['began target-group-empty at shop-web: 1']],
    ['clear', [withGroup({ leading: empty }), withGroup({})], ['cleared target-group-empty at shop-web: 1']],
    ['do not clear unread', [withGroup({ leading: empty }), withGroup({}, 'targets could not be read')], []],
  ])('%s', (_, checks, expected) => {
    expect(toldAtLast(...checks)).toEqual(expected);
  });
});

describe('a watched path', () => {
  /** Its endpoints at these addresses; null: the DNS did not answer. */
  function watching(...told: readonly Told[]): Report {
    const report = reported(told.map((one) => judged(one)));
    const endpoints = report.endpoints.map((one) => ({
      ...one,
      ...{ id: `watch/app-to-web/${one.address}:8080`, watch: 'app-to-web', loadBalancer: null, targetGroup: null },
    }));
    return { ...report, loadBalancers: [], targetGroups: [], endpoints };
  }

  const ILL = watching(first(ill(blocked)), second());
  it.each<[string, readonly Report[], readonly string[]]>([
    ['begins by its own name', [ILL], [`began ${blocked.code} at app-to-web: 1`]],
    [
      'clears with an address that is looked at no more',
      [ILL, watching(second())],
      [`cleared ${blocked.code} at app-to-web: 1`],
    ],
    ['goes on where another address has come with the same', [ILL, watching(second(ill(blockedToo)))], []],
    [
      'is not cleared by a DNS that does not answer',
      [ILL, watching(second({ address: null, unjudged: 'nobody answered' }))],
      [],
    ],
  ])('%s', (_, checks, expected) => {
    expect(toldAtLast(...checks)).toEqual(expected);
  });
});
