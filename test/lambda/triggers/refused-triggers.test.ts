import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MonitorTrigger } from '../../../lambda/triggers/monitor-trigger.ts';
import { readTrigger } from '../../../lambda/triggers/read-trigger.ts';
import { sample, sampleNames } from './sample.ts';

const NOWHERE = { accountId: null, region: null };
const KINDS = ['schedule', 'direct', 'deploy', 'change', 'ignored', 'refused'];

it.each<[string, unknown, MonitorTrigger]>([
  ['nothing', undefined, { kind: 'schedule', detail: null }],
  ['null', null, { kind: 'schedule', detail: null }],
  ['an empty object', {}, { kind: 'schedule', detail: null }],
  ["a schedule's input", { trigger: { kind: 'schedule', detail: 'hourly' } }, { kind: 'schedule', detail: 'hourly' }],
  [
    'a question of the command line',
    { trigger: { kind: 'cli' } },
    { kind: 'direct', asked: { kind: 'cli', detail: null }, loadBalancers: null },
  ],
  [
    'named load balancers',
    { loadBalancers: ['shop'], more: 1 },
    { kind: 'direct', asked: { kind: 'cli', detail: null }, loadBalancers: ['shop'] },
  ],
])('reads %s', (_, event, expected) => {
  expect(readTrigger(event, NOWHERE)).toEqual(expected);
});

const BUS = sample('instance-stopped');
const CALL = sample('call-delete-route');

it.each<[string, unknown, string | RegExp]>([
  ['a word', 'check', 'event: expected an object, but it is "check"'],
  ['a list', [1], 'event: expected an object, but it is a list'],
  [
    'unknown fields alone',
    { Records: [], x: 1 },
    'event: expected detail-type, trigger or loadBalancers, but it has Records, x',
  ],
  ['an unknown trigger', { trigger: { kind: 'cron' } }, /^trigger\.kind: .*"schedule".*, but it is "cron"$/],
  ['a name instead of a list', { loadBalancers: 'shop' }, /^loadBalancers: .*, but it is "shop"$/],
  ['an empty list', { loadBalancers: [] }, /^loadBalancers: .*, but it is a list$/],
  [
    'a schedule of some',
    { trigger: { kind: 'schedule' }, loadBalancers: ['shop'] },
    /^trigger\.kind: expected "cli".*, but it is "schedule"$/,
  ],
  ['an empty name', { loadBalancers: ['a', ''] }, /^loadBalancers\.1: .*, but it is ""$/],
  [
    'an unknown kind',
    { ...BUS, 'detail-type': 'EC2 Spot Instance Interruption Warning' },
    'detail-type: "EC2 Spot Instance Interruption Warning" of source "aws.ec2" is not an event that is read here',
  ],
  ['a known kind of a stranger', { ...BUS, source: 'my.app' }, /of source "my\.app" is not an event/],
  ['a kind that is a word of the language', { ...BUS, 'detail-type': '__proto__' }, /"__proto__"/],
  ['no account', { ...BUS, account: undefined }, /^account: .*, but it is missing$/],
  ['no id', { ...BUS, id: '' }, /^id: .*, but it is ""$/],
  ['a time that is none', { ...BUS, time: 'noon' }, 'time: expected a time in ISO 8601, but it is "noon"'],
  ['no detail', { ...BUS, detail: undefined }, /^detail: .*, but it is missing$/],
  [
    'a number for an instance',
    { ...BUS, detail: { 'instance-id': 5, state: 'stopped' } },
    /^detail\.instance-id: .*, but it is 5$/,
  ],
  [
    'a call without a name',
    { ...CALL, detail: { ...CALL.detail, eventName: {} } },
    /^detail\.eventName: .*, but it is of type object$/,
  ],
  ['a long value', { ...BUS, time: 'x'.repeat(999) }, /"x{80}…"$/],
])('refuses %s', (_, event, why) => {
  expect(readTrigger(event, NOWHERE)).toEqual({
    kind: 'refused',
    why: why instanceof RegExp ? expect.stringMatching(why) : why,
  });
});

const CLASSIC = { ...CALL.detail, apiVersion: '2012-06-01', eventName: 'DeleteLoadBalancer' };

it("ignores a Classic Load Balancer's calls, which come from the same source", () => {
  const read = readTrigger({ ...CALL, source: 'aws.elasticloadbalancing', detail: CLASSIC }, NOWHERE);
  expect(read).toMatchObject({ kind: 'ignored', why: 'DeleteLoadBalancer is of a Classic Load Balancer' });
});

it('refuses or reads whatever it is given, and never throws', () => {
  const anything = fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true });
  fc.assert(fc.property(anything, (event) => KINDS.includes(readTrigger(event, NOWHERE).kind)));
});

it('reads or refuses every sample with any field of it replaced by anything', () => {
  const broken = fc.tuple(
    fc.constantFrom(...sampleNames),
    fc.nat(),
    fc.anything({ withNullPrototype: true }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(broken, ([name, which, value, deep]) => {
      const event = sample(name);
      const inside: Record<string, unknown> = deep && typeof event.detail === 'object' ? event.detail : event;
      const keys = Object.keys(inside);
      inside[keys[which % keys.length] ?? 'id'] = value;
      return KINDS.includes(readTrigger(event, NOWHERE).kind);
    }),
  );
});
