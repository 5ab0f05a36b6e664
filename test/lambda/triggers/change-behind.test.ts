import { expect, it } from 'vitest';
import type { Change } from '../../../lambda/model/change.ts';
import type { Culprit, Finding } from '../../../lambda/model/diagnosis.ts';
import { changeBehind } from '../../../lambda/triggers/change-behind.ts';
import { changeOf } from '../../../lambda/triggers/change-of.ts';
import { readTrigger } from '../../../lambda/triggers/read-trigger.ts';
import { sample } from './sample.ts';

const GROUP: Culprit = { resource: 'sg-1', line: 'sgr-1' };
/** Seen well at 02:10:00, and ill at 02:11:00. */
const BROKE = { lastWell: '2026-03-01T02:10:00.000Z', since: '2026-03-01T02:11:00.000Z' };

it.each<[string, Culprit, readonly Change[], string | null]>([
  ['no change', GROUP, [], null],
  ['a change of the resource', GROUP, [change('a', '02:10:30', 'sg-1')], 'a'],
  ['a change of the line alone', GROUP, [change('a', '02:10:30', 'sgr-1')], 'a'],
  ['a culprit without a line', { resource: 'acl-1' }, [change('a', '02:10:30', 'acl-1')], 'a'],
  ['a line that is a number', { resource: 'acl-1', line: '100' }, [change('a', '02:10:30', '100', 'acl-1')], 'a'],
  ['a change of something else', GROUP, [change('a', '02:10:30', 'sg-2', 'sgr-2')], null],
  ['one before the last check that saw it well', GROUP, [change('a', '02:07:59', 'sg-1')], null],
  ['one that took a while to have effect', GROUP, [change('a', '02:08:00', 'sg-1')], 'a'],
  ['one after it was seen', GROUP, [change('a', '02:11:06', 'sg-1')], null],
  ['one of another clock', GROUP, [change('a', '02:11:05', 'sg-1')], 'a'],
  ['two before: the nearer', GROUP, [change('a', '02:10:10', 'sg-1'), change('b', '02:10:20', 'sg-1')], 'b'],
  [
    'one before and one just after: the one before',
    GROUP,
    [change('a', '02:10:10', 'sg-1'), change('b', '02:11:01', 'sg-1')],
    'a',
  ],
  ['two just after: the nearer', GROUP, [change('a', '02:11:04', 'sg-1'), change('b', '02:11:01', 'sg-1')], 'b'],
  ['two at once: always the same', GROUP, [change('b', '02:10:10', 'sg-1'), change('a', '02:10:10', 'sg-1')], 'a'],
])('%s', (_, culprit, changes, event) => {
  const behind = changeBehind(finding(culprit), changes, BROKE);
  expect(behind?.event ?? null).toBe(event);
  expect(changeBehind(finding(culprit), [...changes, ...changes].toReversed(), BROKE)).toEqual(behind);
});

it.each([
  ['an hour before', '01:11:00', true],
  ['longer ago', '01:10:59', false],
])('what nobody saw well may come of a change %s', (_, time, found) => {
  const behind = changeBehind(finding(GROUP), [change('a', time, 'sg-1')], { ...BROKE, lastWell: null });
  expect(behind).toEqual(found ? { event: 'a', who: 'alice', when: `2026-03-01T${time}.000Z` } : null);
});

it.each([
  ['call-stop-instances', 'i-05555555555555555', { event: 'StopInstances', who: 'Alice' }],
  ['instance-stopped', 'i-abcd1111', { event: 'instance i-abcd1111 is stopped', who: 'EC2' }],
  ['codedeploy-instance', 'i-0000000aaaaaaaaaa', { event: expect.stringContaining('d-123456789'), who: 'CodeDeploy' }],
])('remembers %s, and finds it behind what befell it', (name, resource, expected) => {
  const change = changeOf(readTrigger(sample(name), { accountId: null, region: null }));
  const when = change?.when ?? '';
  expect(
    change === null ? null : changeBehind(finding({ resource }), [change], { lastWell: when, since: when }),
  ).toEqual({ ...expected, when });
});

it.each(['scheduled-rule', 'call-describe-rules'])('has nothing to remember of %s', (name) => {
  expect(changeOf(readTrigger(sample(name), { accountId: null, region: null }))).toBeNull();
});

function change(event: string, time: string, ...resources: string[]): Change {
  return { eventId: event, event, who: 'alice', when: `2026-03-01T${time}.000Z`, resources, summary: '' };
}

function finding(culprit: Culprit): Finding {
  return {
    code: 'target-port-closed',
    title: '',
    kind: 'cause',
    subject: 'endpoint',
    resource: '',
    component: 'target-process',
    certainty: 'certain',
    zones: null,
    culprit,
    facts: [],
    why: '',
    fix: { summary: '', commands: [], cdk: '', confirm: '', verified: null },
    since: BROKE.since,
    changedBy: null,
    impact: null,
    see: [],
  };
}
