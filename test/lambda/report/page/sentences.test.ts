import { expect, it } from 'vitest';
import { known } from '../../../../lambda/model/fact.ts';
import type { Inventory } from '../../../../lambda/model/inventory.ts';
import { terminal } from '../../../../lambda/report/terminal.ts';
import { finding, inventory, judged, outside, places, reported } from '../situation.ts';

const symptom = { purpose: 'traffic', outcome: 'timed-out', witness: 'probe' } as const;
const [targetGroup] = inventory.targetGroups.known ? inventory.targetGroups.value : [];
const functions = targetGroup === undefined ? [] : [{ ...targetGroup, targetType: 'lambda' as const, protocol: null }];
const inside = { ...outside, subnetId: 'subnet-a' };
const { fix } = finding();
const arn = reported([]).loadBalancers[0]?.arn ?? '';

it.each([
  [
    'no load balancer',
    [],
    { inventory: { ...inventory, loadBalancers: [], targetGroups: known([]) } },
    'There was no load balancer to look at.',
  ],
  [
    'no target',
    [],
    {},
    'empty shop-web (application, active) empty web (nothing to dial: no target, or none that speaks TCP)',
  ],
  [
    'no target that takes traffic',
    [judged({ word: ['unused', 'Target.NotInUse'] })],
    {},
    'No fault found, but no target takes traffic. idle shop-web',
  ],
  [
    'targets that nobody dials',
    [],
    { inventory: { ...inventory, targetGroups: known(functions) } },
    'No fault found, but whether the targets take traffic was not seen: none that is in use is dialled.',
  ],
  ['a target group of no load balancer', [], { inventory: loose() }, 'empty web (no load balancer uses it'],
  [
    'a healthy target beside a drained one',
    [judged(), judged({ word: ['draining', null] })],
    {},
    '2 endpoints: 1 unused or draining, 1 healthy',
  ],
  [
    'dialled from this machine, zone not known',
    [judged()],
    { vantagePoints: [inside] },
    'this machine, which stands in subnet-a.',
  ],
  [
    'dialled from here and there',
    [judged()],
    { vantagePoints: [...places, inside] },
    'Dialled from shop-web@eu-west-1a and shop-web@eu-west-1b. Dialled from this machine',
  ],
  [
    'a place that could not dial',
    [judged({ outcomes: ['inconclusive', 'refused'], diagnosis: { symptom } })],
    {},
    '- could not be dialled (too many open files) from eu-west-1a - connection refused from eu-west-1b',
  ],
  [
    'a place that could not dial and does not say why',
    [judged({ outcomes: ['inconclusive'], detail: null, diagnosis: { symptom } })],
    {},
    'could not be dialled (no reason given)',
  ],
  [
    'a place of no zone',
    [judged({ outcomes: ['reset'], from: [], diagnosis: { symptom } })],
    {},
    '- accepted, then reset from nowhere',
  ],
  [
    'silence at this machine',
    [judged({ outcomes: ['timed-out'], from: [outside], diagnosis: { symptom } })],
    { vantagePoints: [outside] },
    '- no answer (timed out) from this machine',
  ],
  [
    'a word that is not known',
    [judged({ word: null, diagnosis: { symptom } })],
    {},
    "- the load balancer's own word is not known",
  ],
  [
    'a word that lags',
    [judged({ settled: false, diagnosis: { symptom } })],
    {},
    '- the load balancer says healthy, which may lag behind',
  ],
  [
    'a symptom of unknown age',
    [judged({ diagnosis: { symptom } })],
    {},
    'Missing nothing that was looked for: no fault of the catalogue explains this',
  ],
  [
    'a possible cause',
    [judged({ diagnosis: { symptom, leading: finding({ certainty: 'possible' }) } })],
    {},
    'This is possible, no more.',
  ],
  [
    'a note',
    [judged({ diagnosis: { leading: finding({ kind: 'note' }) } })],
    {},
    'admit the load balancer [note, certain]',
  ],
  [
    'a culprit without a line',
    [judged({ diagnosis: { leading: finding({ culprit: { resource: 'sg-9' } }) } })],
    {},
    'To blame: sg-9. This is certain.',
  ],
  [
    'a culprit whose line is a property of it',
    [judged({ diagnosis: { leading: finding({ culprit: { resource: arn, line: 'state', value: 'failed' } }) } })],
    {},
    'To blame: load balancer shop-web (state: failed). This is certain.',
  ],
  [
    'a property of it, without a value',
    [judged({ diagnosis: { leading: finding({ culprit: { resource: 'sg-9', line: 'rule 10' } }) } })],
    {},
    'To blame: sg-9 (rule 10). This is certain.',
  ],
  [
    'a fix without a command',
    [judged({ diagnosis: { leading: finding({ fix: { ...fix, commands: [], cdk: '', verified: null } }) } })],
    {},
    'Fix Admit sg-0lb to sg-0target on tcp 8080. Confirm',
  ],
  [
    'a fix that cannot be judged',
    [judged({ diagnosis: { leading: finding({ fix: { ...fix, verified: null } }) } })],
    {},
    'Not verified: only another check can tell whether it helped.',
  ],
  [
    'what could not be excluded',
    [
      judged({
        diagnosis: {
          symptom,
          leading: finding(),
          inconclusive: [
            { code: 'a', missing: ['b', 'c'] },
            { code: 'a', missing: ['b'] },
          ],
        },
      }),
    ],
    {},
    '- a could not be judged: b; c',
  ],
] as const)('%s', (_, all, changes, sentence) => {
  expect(flat(reported(all, changes))).toContain(sentence);
});

it('says which resource it is about where no endpoint shows it', () => {
  const report = reported([judged()]);
  const about = finding({ subject: 'load-balancer', resource: report.loadBalancers[0]?.arn ?? '' });
  const loadBalancers = report.loadBalancers.map((one) => {
    return { ...one, leading: about, diagnosis: { ...one.diagnosis, leading: about } };
  });
  const words = flat({ ...report, findings: [about], loadBalancers });
  expect(words).toContain('1 fault found. FAULTY shop-web');
  expect(words).toContain('Where load balancer shop-web Observed - path: deny Since');
  expect(flat({ ...report, findings: [about], loadBalancers: [] })).toContain(`Where ${about.resource} Observed`);
});

it('calls a load balancer faulty where one of its target groups as such is', () => {
  const report = reported([judged()]);
  const about = finding({ subject: 'target-group', resource: report.targetGroups[0]?.arn ?? '' });
  const targetGroups = report.targetGroups.map((one) => {
    return { ...one, leading: about, diagnosis: { ...one.diagnosis, leading: about } };
  });
  const words = flat({ ...report, findings: [about], targetGroups });
  expect(words).toContain('FAULTY shop-web (application, active) FAULTY web');
});

it('names a target group and a load balancer that it does not know by their ARNs', () => {
  const report = reported([judged({ diagnosis: { symptom } }), judged({ diagnosis: { leading: finding() } })]);
  const words = flat({ ...report, targetGroups: [], loadBalancers: [] });
  expect(words).toContain(`Target group ${targetGroup?.arn}: 1 endpoint not as it should be`);
  expect(words).toMatch(/Where target group arn:\S+ of load balancer arn:/);
});

it('names all target groups of one finding', () => {
  const report = reported([
    judged({ diagnosis: { leading: finding() } }),
    judged({ diagnosis: { leading: finding() } }),
  ]);
  const [first, second] = report.endpoints;
  const endpoints = first === undefined || second === undefined ? [] : [first, { ...second, targetGroup: 'tg-9' }];
  expect(flat({ ...report, endpoints })).toContain('Where target groups web and tg-9 of load balancer shop-web');
});

it('knows endpoints of no target group', () => {
  const report = reported([judged({ diagnosis: { symptom } }), judged({ diagnosis: { leading: finding() } })]);
  const endpoints = report.endpoints.map((one) => ({ ...one, targetGroup: null, loadBalancer: null }));
  const words = flat({ ...report, endpoints });
  expect(words).toContain('No target group: 1 endpoint not as it should be');
  expect(words).toContain('Where i-0a11 Observed');
});

function loose(): Inventory {
  const groups = targetGroup === undefined ? [] : [{ ...targetGroup, loadBalancerArns: [] }];
  return { ...inventory, targetGroups: known(groups) };
}

function flat(report: ReturnType<typeof reported>): string {
  return terminal(report, { colour: false }).replaceAll(/\s+/g, ' ');
}

it('never calls it healthy where a load balancer that is watched is gone', () => {
  const words = terminal(
    { ...reported([judged()]), gone: ['arn:x:loadbalancer/app/old/1'] },
    { colour: false, width: 200 },
  );
  expect(words).toContain('No fault found, but not everything could be judged.');
  expect(words).toContain('load balancer old: it is watched, and is not there any more');
});
