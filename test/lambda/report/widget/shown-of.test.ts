import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../lambda/model/diagnosis.ts';
import type { Report, ReportedPath } from '../../../../lambda/model/report.ts';
import type { Shown } from '../../../../lambda/model/shown.ts';
import { shownOf } from '../../../../lambda/report/widget/shown-of.ts';
import { finding, judged, reported, type Told } from '../situation.ts';
import { blocked, closed, healthy, oneFaultTwice, twoFaults } from '../told.ts';
import { back, blockedWay, denied, forward, path } from './blocked-path.ts';

function shown(report: Report): Shown {
  const found = shownOf(report, report.loadBalancers[0]?.arn ?? '');
  if (found === null) throw new Error('the report has no load balancer');
  return found;
}

/** Where the paths of the findings break: the mark, what stands there and which. */
function marksOf({ findings }: Shown): readonly (readonly string[])[] {
  return findings.map(({ path: drawn }) =>
    [...(drawn?.there ?? []), ...(drawn?.back ?? [])]
      .filter(({ mark }) => mark === 'STOP' || mark === '?')
      .map(({ mark, what, place }) => `${mark} ${what} ${place}`.trim()),
  );
}

/** One endpoint with this finding and these paths. */
function with1(leading: Finding, paths: readonly ReportedPath[], told: Told = {}): Report {
  const report = reported([judged({ ...told, diagnosis: { leading } })]);
  return { ...report, endpoints: report.endpoints.map((endpoint) => ({ ...endpoint, paths })) };
}

describe('what is shown', () => {
  it('is nothing of a load balancer that the report has not', () => {
    expect(shownOf(twoFaults(), 'arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/other/1')).toBeNull();
  });

  it('is of one load balancer alone', () => {
    const report = blockedWay();
    const [one] = report.loadBalancers;
    if (one === undefined) throw new Error('no load balancer');
    const other = { ...one, arn: `${one.arn}2`, name: 'other', leading: null };
    const both = { ...report, loadBalancers: [one, other] };
    expect(shownOf(both, one.arn)?.findings).toHaveLength(2);
    expect(shownOf(both, other.arn)).toMatchObject({
      loadBalancer: { name: 'other', state: 'empty' },
      ...{ zones: [], targetGroups: [], findings: [] },
    });
  });

  it('says a fault of several targets once, and that another stands behind it', () => {
    const { findings, notes } = shown(oneFaultTwice());
    expect(findings.map(({ code }) => code)).toEqual([blocked.code]);
    expect(notes).toEqual(['Also found, behind what leads: Nothing listens on the port (likely).']);
  });

  it('counts what is more than is read', () => {
    const ten = Array.from({ length: 10 }, (_, index) => {
      const leading = finding({ culprit: { resource: `sg-${index}` } });
      return judged({ target: index % 2 === 0 ? 'i-0a11' : 'i-0b22', diagnosis: { leading } });
    });
    const { findings, notes } = shown(reported(ten));
    expect(findings).toHaveLength(6);
    expect(notes).toEqual(['4 more findings not shown here: origin-doctor check shows all.']);
  });

  it('cuts words, but never a command', () => {
    const commands = ['x'.repeat(2_000), 'y'.repeat(2_001)];
    const leading = finding({ why: 'z'.repeat(10_000), fix: { ...finding().fix, commands } });
    const pieces = shown(with1(leading, [])).findings[0]?.rows.flatMap((row) => row.pieces) ?? [];
    expect(pieces.filter(({ kind }) => kind === 'command').map(({ text }) => text)).toEqual([commands[0]]);
    expect(pieces.map(({ text }) => text)).toContain(
      'The command is too long to be shown here: origin-doctor check prints it.',
    );
    expect(pieces.map(({ text }) => text)).toContain(`${'z'.repeat(598)} …`);
  });

  it('keeps the station that stops, however long the way', () => {
    const long = [...Array.from({ length: 100 }, () => forward).flat(), ...denied(back, 'route', 'rtb-0target')];
    const [drawn] = shown(with1(blocked, [path('eu-west-1a', { forward: long })])).findings;
    expect(drawn?.path?.there).toHaveLength(41);
    expect(drawn?.path?.there.filter(({ mark }) => mark === 'STOP')).toHaveLength(1);
    expect(drawn?.path?.there.at(-1)?.place).toMatch(/^and \d+ more/);
  });
});

describe('the path that is drawn', () => {
  const stopped = denied(forward, 'security-group-ingress', 'sg-0target', 'sgr-0123');
  const other = denied(forward, 'network-acl-egress', 'acl-0lb', '100');
  const fromB = path('eu-west-1b', { verdict: 'deny', forward: stopped });
  const STOPPED = 'STOP security group, inwards sg-0target, line sgr-0123';

  it.each<[string, readonly ReportedPath[], string]>([
    ['at the line to blame', [path('eu-west-1a', { verdict: 'deny', forward: other }), fromB], STOPPED],
    [
      'that is denied at all',
      [path('eu-west-1a'), path('eu-west-1b', { verdict: 'deny', forward: other })],
      'STOP network ACL, outwards acl-0lb, line 100',
    ],
    [
      'on the way back',
      [path('eu-west-1a', { verdict: 'deny', return: denied(back, 'route', 'rtb-0target') })],
      'STOP route rtb-0target',
    ],
  ])('is one %s', (_, paths, station) => {
    expect(marksOf(shown(with1(blocked, paths)))).toEqual([[station]]);
  });

  it.each<[string, Partial<Finding>, Told]>([
    ['where the finding says that it shows', { zones: ['eu-west-1b'] }, {}],
    ['where a probe saw it', {}, { outcomes: ['connected', 'refused'] }],
  ])('starts %s', (_, changes, told) => {
    const report = with1({ ...closed, ...changes }, [path('eu-west-1a'), path('eu-west-1b')], told);
    expect(shown(report).findings[0]?.path?.there[0]?.place).toBe('shop-web@eu-west-1b');
  });

  it.each<[string, Partial<Finding>, readonly string[]]>([
    [
      'the host',
      { component: 'target-host', culprit: { resource: 'i-0a11' } },
      ['STOP target web-1 (i-0a11) at 10.0.1.5:8080'],
    ],
    [
      'the load balancer',
      { component: 'load-balancer', culprit: { resource: 'arn' } },
      ['STOP load balancer node shop-web@eu-west-1a'],
    ],
    [
      'a group that turns only clients away',
      { component: 'target-security-group', culprit: { resource: 'sg-0target' } },
      ['STOP security group, inwards sg-0target, line sgr-0in'],
    ],
    ['nobody, of a note', { kind: 'note', component: 'target-host' }, []],
    ['nobody, of our own prober', { component: 'prober' }, []],
  ])('marks %s where no hop denies', (_, changes, marks) => {
    expect(marksOf(shown(with1(finding(changes), [path('eu-west-1a')])))).toEqual([marks]);
  });

  it('blames nobody where our own looking is in doubt, though configuration denies', () => {
    expect(marksOf(shown(with1(finding({ component: 'prober' }), [fromB])))).toEqual([[STOPPED.replace('STOP', '?')]]);
  });

  it('is none where none was judged', () => {
    expect(shown(with1(blocked, [])).findings[0]?.path).toBeNull();
  });

  it.each<[string, Partial<Finding>, readonly (readonly string[])[]]>([
    [
      'target group',
      { subject: 'target-group', component: 'load-balancer' },
      [['clients', 'load balancer shop-web', 'STOP target group web']],
    ],
    [
      'load balancer',
      { subject: 'load-balancer', component: 'load-balancer' },
      [['clients', 'STOP load balancer shop-web']],
    ],
    [
      "load balancer's group",
      { subject: 'load-balancer', component: 'load-balancer-security-group', culprit: { resource: 'sg-0lb' } },
      [['clients', 'STOP load balancer security group sg-0lb', 'load balancer shop-web']],
    ],
    ['note', { subject: 'target-group', kind: 'note' }, [[]]],
  ])('of a %s as such comes from the clients', (_, changes, drawn) => {
    const report = healthy();
    const [group] = report.targetGroups;
    const [loadBalancer] = report.loadBalancers;
    const isGroup = changes.subject === 'target-group';
    const resource = (isGroup ? group?.arn : loadBalancer?.arn) ?? '';
    const leading = finding({ resource, ...changes });
    const diagnosis = { symptom: null, since: null, lastWell: null, leading, others: [], inconclusive: [] };
    const ill = {
      ...report,
      findings: [leading],
      loadBalancers: report.loadBalancers.map((one) => (isGroup ? one : { ...one, diagnosis })),
      targetGroups: report.targetGroups.map((one) => (isGroup ? { ...one, diagnosis } : one)),
    };
    const stations = shown(ill).findings.map(({ path: way }) =>
      (way?.there ?? []).map(({ mark, what, place }) => `${mark === 'end' ? '' : mark} ${what} ${place}`.trim()),
    );
    expect(stations).toEqual(drawn);
  });
});
