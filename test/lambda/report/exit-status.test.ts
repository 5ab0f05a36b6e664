import { expect, it } from 'vitest';
import { unknown } from '../../../lambda/model/fact.ts';
import { exitStatus } from '../../../lambda/report/exit-status.ts';
import { finding, inventory, judged, reported } from './situation.ts';

const symptom = { purpose: 'traffic', outcome: 'timed-out', witness: 'probe' } as const;
const denied = unknown('forbidden', 'the caller may not ask', 'elasticloadbalancing:DescribeTargetHealth');
const unreadTargets = {
  inventory: { ...inventory, targetHealth: { [inventory.loadBalancers[0]?.arn ?? '']: denied } },
};

it.each([
  ['all healthy', 0, [judged()], {}],
  ['nothing registered', 0, [], {}],
  ['a note, without a symptom', 0, [judged({ diagnosis: { leading: finding({ kind: 'note' }) } })], {}],
  ['a consequence, without a symptom', 0, [judged({ diagnosis: { leading: finding({ kind: 'consequence' }) } })], {}],
  ['a certain cause', 2, [judged({ diagnosis: { symptom, leading: finding() } })], {}],
  ['a likely cause', 2, [judged({ diagnosis: { symptom, leading: finding({ certainty: 'likely' }) } })], {}],
  ['a cause without a symptom (configuration)', 2, [judged({ diagnosis: { leading: finding() } })], {}],
  [
    'a cause behind a note',
    2,
    [judged({ diagnosis: { leading: finding({ kind: 'note' }), others: [finding()] } })],
    {},
  ],
  ['a possible cause', 3, [judged({ diagnosis: { symptom, leading: finding({ certainty: 'possible' }) } })], {}],
  ['a symptom and only a note', 3, [judged({ diagnosis: { symptom, leading: finding({ kind: 'note' }) } })], {}],
  ['a symptom and nothing else', 3, [judged({ diagnosis: { symptom } })], {}],
  ['an endpoint that could not be judged', 3, [judged({ unjudged: 'nothing was dialled' })], {}],
  ['targets that could not be read', 3, [judged()], unreadTargets],
  ['target groups that could not be read', 3, [], { inventory: { ...inventory, targetGroups: denied } }],
  [
    'faults beat what could not be judged',
    2,
    [judged({ diagnosis: { leading: finding() } }), judged({ unjudged: 'x' })],
    {},
  ],
] as const)('%s: %i', (_, status, all, changes) => {
  expect(exitStatus(reported(all, changes))).toBe(status);
});

it('is not clean where a load balancer that is watched is gone', () => {
  expect(exitStatus({ ...reported([judged()]), gone: ['arn:x:loadbalancer/app/old/1'] })).toBe(3);
});

it.each([
  ['paths were left out', 'paths', [judged()], 0],
  ['subjects were left out', 'subjects', [judged()], 3],
  ['subjects were left out, and a fault was found', 'subjects', [judged({ diagnosis: { leading: finding() } })], 2],
] as const)('where %s', (_, truncated, all, status) => {
  expect(exitStatus({ ...reported(all), truncated })).toBe(status);
});
