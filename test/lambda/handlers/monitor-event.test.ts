import { expect, it } from 'vitest';
import { monitorEvent } from '../../../lambda/handlers/monitor-event.ts';

const schedule = { kind: 'schedule', detail: null };

it.each([
  ['nothing', undefined, { trigger: schedule, loadBalancers: null }],
  ['an empty event', {}, { trigger: schedule, loadBalancers: null }],
  ['fields that it does not know', { loadBalancers: null, more: 1 }, { trigger: schedule, loadBalancers: null }],
  ['a trigger', { trigger: { kind: 'lab' } }, { trigger: { kind: 'lab', detail: null }, loadBalancers: null }],
  [
    'a trigger in detail',
    { trigger: { kind: 'event', detail: 'deploy' }, loadBalancers: ['shop-web'] },
    { trigger: { kind: 'event', detail: 'deploy' }, loadBalancers: ['shop-web'] },
  ],
])('reads %s', (_, event, expected) => {
  expect(monitorEvent(event)).toEqual(expected);
});

it.each([
  ['a word', 'check', /^the event cannot be read: event: /],
  ['a list', [], /^the event cannot be read: event: /],
  ['an unknown trigger', { trigger: { kind: 'cron' } }, /^the event cannot be read: trigger\.kind: .*"schedule"/],
  ['a name instead of a list', { loadBalancers: 'shop-web' }, /^the event cannot be read: loadBalancers: /],
  ['an empty name', { loadBalancers: ['a', ''] }, /^the event cannot be read: loadBalancers\.1: /],
])('refuses %s', (_, event, message) => {
  expect(() => monitorEvent(event)).toThrow(message);
});
