import { expect, it } from 'vitest';
import { loadInventory } from '../../../../lambda/inventory/saved/load-inventory.ts';
import { snapshotText } from '../../../../lambda/inventory/saved/snapshot-text.ts';
import * as raw from './raw-answers.ts';
import { savedFolder } from './saved-folder.ts';

const ALONE = { LoadBalancers: [raw.rawLoadBalancer()], TargetGroups: [raw.rawTargetGroup()] };
const LISTENERS = { LoadBalancerArn: raw.LOAD_BALANCER_ARN, Listeners: [raw.rawListener()] };
const RULES = { ListenerArn: raw.LISTENER_ARN, Rules: [raw.rawListenerRule()] };
const HEALTH = { TargetGroupArn: raw.TARGET_GROUP_ARN, TargetHealthDescriptions: [raw.rawTargetHealth('10.0.0.1')] };
const ATTRIBUTES = [{ Key: 'idle_timeout.timeout_seconds', Value: '60' }, { Key: 'empty' }];

it.each<{ situation: string; files: readonly object[] }>([
  {
    situation: 'wrapped under the known keys',
    files: [{ LoadBalancerListeners: [LISTENERS] }, { ListenerRules: [RULES] }, { LoadBalancerTargetHealth: [HEALTH] }],
  },
  {
    situation: 'wrapped under other keys, in one file',
    files: [{ MyListeners: [LISTENERS], LoadBalancerRules: [RULES], Health: [HEALTH] }],
  },
  { situation: 'alone, each with its ARN', files: [LISTENERS, RULES, HEALTH] },
  {
    situation: 'as AWS answers, where the items say whose they are',
    files: [{ Listeners: LISTENERS.Listeners }, { Rules: RULES.Rules }, HEALTH],
  },
])('reads answers $situation', async ({ files }) => {
  const folder = savedFolder(Object.fromEntries([ALONE, ...files].map((file, index) => [`${index}.json`, file])));
  const { listeners, rules, targetHealth } = await loadInventory(folder);
  expect(listeners).toMatchObject({
    [raw.LOAD_BALANCER_ARN]: {
      value: [{ port: 80, defaultActions: [{ targetGroups: [{ arn: raw.TARGET_GROUP_ARN }] }] }],
    },
  });
  expect(rules).toMatchObject({
    [raw.LISTENER_ARN]: { value: [{ arn: raw.RULE_ARN, listenerArn: raw.LISTENER_ARN, priority: 'default' }] },
  });
  expect(targetHealth).toMatchObject({
    [raw.TARGET_GROUP_ARN]: { value: [{ target: { id: '10.0.0.1', port: 8080 } }] },
  });
});

it('hides what a header must be, on which a snapshot of it would tell no more', async () => {
  const Conditions = [
    { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Origin-Verify', Values: ['hunter2'] } },
    { Field: 'query-string', QueryStringConfig: { Values: [{ Key: 'token', Value: 'hunter2' }] } },
  ];
  const Rules = [{ ...raw.rawListenerRule(), Conditions }];
  const read = await loadInventory(
    savedFolder({ 'a.json': ALONE, 'b.json': LISTENERS, 'c.json': { ...RULES, Rules } }),
  );
  const conditions = ['http-header:X-Origin-Verify=[hidden]', 'query-string=token=[hidden]'];
  expect(read.rules).toMatchObject({ [raw.LISTENER_ARN]: { value: [{ conditions }] } });
  expect(snapshotText(read)).not.toContain('hunter2');
});

it('reads attributes', async () => {
  const folder = savedFolder({
    'a.json': ALONE,
    'b.json': { LoadBalancerAttributes: [{ LoadBalancerArn: raw.LOAD_BALANCER_ARN, Attributes: ATTRIBUTES }] },
    'c.json': { TargetGroupArn: raw.TARGET_GROUP_ARN, Attributes: [{ Key: 'stickiness.enabled', Value: 'false' }] },
  });
  const { loadBalancers, targetGroups } = await loadInventory(folder);
  const attributes = { known: true, value: { 'idle_timeout.timeout_seconds': '60', empty: '' } };
  expect(loadBalancers).toMatchObject([{ name: 'shop', attributes }]);
  expect(targetGroups).toMatchObject({
    value: [{ attributes: { known: true, value: { 'stickiness.enabled': 'false' } } }],
  });
});

it('knows of each that nobody asked', async () => {
  const folder = savedFolder({ 'a.json': { ...ALONE, Listeners: LISTENERS.Listeners } });
  const read = await loadInventory(folder);
  const missing = (key: string) => ({ known: false, kind: 'not-asked', reason: `no saved answer holds ${key} of it` });
  expect(read.loadBalancers).toMatchObject([{ attributes: missing('LoadBalancerAttributes') }]);
  expect(read.targetGroups).toMatchObject({ value: [{ attributes: missing('TargetGroupAttributes') }] });
  expect(read.rules).toEqual({ [raw.LISTENER_ARN]: missing('ListenerRules') });
  expect(read.targetHealth).toEqual({ [raw.TARGET_GROUP_ARN]: missing('LoadBalancerTargetHealth') });
});

it('tells no listeners from none known', async () => {
  const none = { LoadBalancerListeners: [{ LoadBalancerArn: raw.LOAD_BALANCER_ARN, Listeners: [] }] };
  const { listeners } = await loadInventory(savedFolder({ 'a.json': ALONE, 'b.json': none }));
  expect(listeners).toEqual({ [raw.LOAD_BALANCER_ARN]: { known: true, value: [] } });
});

it('passes over the listeners of a Gateway Load Balancer, which have neither protocol nor port', async () => {
  const arn = raw.LOAD_BALANCER_ARN.replace('/app/', '/gwy/');
  const gateway = raw.rawLoadBalancer({ LoadBalancerArn: arn, Type: 'gateway' });
  const listener = raw.rawListener({ LoadBalancerArn: arn, Protocol: undefined, Port: undefined });
  const folder = savedFolder({ 'a.json': { LoadBalancers: [gateway] }, 'b.json': { Listeners: [listener] } });
  expect((await loadInventory(folder)).listeners).toEqual({});
});
