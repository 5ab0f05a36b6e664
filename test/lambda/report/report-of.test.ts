import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import { AT, finding, inventory, judged, outside, places, reported } from './situation.ts';

const blocked = finding();
const closed = finding({ code: 'target-port-closed', component: 'target-process', resource: 'i-0b22' });
const acl = finding({ code: 'target-subnet-acl-blocks-request', component: 'target-subnet-acl' });
const note = finding({ code: 'evidence-contradicts', kind: 'note', component: 'load-balancer' });

describe('findings', () => {
  it.each([
    ['none', [judged()], []],
    ['leading ones by the way of the packet', [lead(closed), lead(blocked)], [blocked, closed]],
    ['what leads nowhere comes after, however early its place', [lead(closed, acl)], [closed, acl]],
    ['a leading note comes after leading causes', [lead(note), lead(closed)], [closed, note]],
    ['one per subject, though they are alike', [lead(blocked), lead(blocked)], [blocked, blocked]],
  ])('%s', (_, all, expected) => {
    expect(reported(all).findings).toEqual(expected);
  });

  it('gives load balancer and target group the first that leads below them', () => {
    const report = reported([lead(note), lead(closed), lead(blocked, acl)]);
    expect(report.loadBalancers[0]?.leading).toBe(blocked);
    expect(report.targetGroups[0]?.leading).toBe(blocked);
  });
});

describe('endpoints', () => {
  it('carry all that was seen', () => {
    const [endpoint] = reported([
      judged({ outcomes: ['refused', 'connected'], word: ['unhealthy', 'Target.Timeout'] }),
    ]).endpoints;
    expect(endpoint).toMatchObject({
      target: { id: 'i-0a11', port: 8080, name: 'web-1' },
      address: '10.0.1.5',
      port: 8080,
      purpose: 'traffic',
      elb: { state: 'unhealthy', reason: 'Target.Timeout', settled: true },
      unjudged: null,
    });
    expect(endpoint?.probes).toEqual([
      {
        vantagePoint: 'shop-web@eu-west-1a',
        zone: 'eu-west-1a',
        outcome: 'refused',
        errno: 'ECONNREFUSED',
        detail: null,
        elapsedMs: 12,
        attempts: 1,
        at: AT,
      },
      {
        vantagePoint: 'shop-web@eu-west-1b',
        zone: 'eu-west-1b',
        outcome: 'connected',
        errno: null,
        detail: null,
        elapsedMs: 12,
        attempts: 1,
        at: AT,
      },
    ]);
    expect(endpoint?.paths.map(({ vantagePoint, verdict }) => [vantagePoint, verdict])).toEqual([
      ['shop-web@eu-west-1a', 'allow'],
      ['shop-web@eu-west-1b', 'allow'],
    ]);
  });

  it('carry nothing that is not known', () => {
    const [endpoint] = reported([
      judged({ outcomes: null, word: null, path: null, unjudged: 'nothing was dialled' }),
    ]).endpoints;
    expect(endpoint).toMatchObject({ elb: null, probes: [], paths: [], unjudged: 'nothing was dialled' });
  });
});

describe('what could not be looked at', () => {
  const denied = unknown('forbidden', 'the caller may not ask', 'elasticloadbalancing:X');

  it.each([
    ['everything was', {}, null],
    [
      'listeners unread',
      { listeners: Object.fromEntries(inventory.loadBalancers.map(({ arn }) => [arn, denied])) },
      'listeners could not be read: the caller may not ask',
    ],
    ['listeners not asked for', { listeners: {} }, 'listeners were not asked for'],
    ['target groups unread', { targetGroups: denied }, 'target groups could not be read: the caller may not ask'],
  ])('load balancer: %s', (_, changes, expected) => {
    const report = reported([], { inventory: { ...inventory, ...changes } });
    expect(report.loadBalancers[0]?.unjudged).toBe(expected);
  });

  it.each([
    ['its targets were read', inventory.targetHealth, null],
    [
      'unread',
      Object.fromEntries(Object.keys(inventory.targetHealth).map((arn) => [arn, denied])),
      'targets could not be read: the caller may not ask',
    ],
    ['not asked for', {}, 'targets were not asked for'],
  ])('target group: %s', (_, targetHealth, expected) => {
    const report = reported([], { inventory: { ...inventory, targetHealth } });
    expect(report.targetGroups[0]?.unjudged).toBe(expected);
  });

  it('lists every unknown fact', () => {
    const report = reported([], { inventory: { ...inventory, subnets: denied } });
    expect(report.unread).toEqual([
      { what: 'subnets', reason: 'the caller may not ask', action: 'elasticloadbalancing:X' },
    ]);
  });
});

describe('names of targets', () => {
  const held = { ...holder(), vpcId: 'vpc-1' };

  it.each([
    ['an instance', 'i-0a11', inventory, 'web-1'],
    ['an instance that is not there', 'i-0ff', inventory, null],
    ['an address of an instance', '10.0.1.5', { ...inventory, networkInterfaces: known([held]) }, 'web-1'],
    ['an address spelt otherwise', '2001:DB8:0::5', { ...inventory, networkInterfaces: known([held]) }, 'web-1'],
    [
      'the same address in another VPC',
      '10.0.1.5',
      { ...inventory, networkInterfaces: known([{ ...held, vpcId: 'vpc-2' }]) },
      null,
    ],
    ['an address, interfaces unread', '10.0.1.5', { ...inventory, networkInterfaces: unknown('throttled', 'x') }, null],
    ['instances unread', 'i-0a11', { ...inventory, instances: unknown('throttled', 'x') }, null],
  ])('%s', (_, id, read, expected) => {
    const one = judged();
    const endpoint = { ...one.evidence.endpoint, target: { ...one.evidence.endpoint.target, id } };
    const report = reported([{ ...one, evidence: { ...one.evidence, endpoint } }], { inventory: read });
    expect(report.endpoints[0]?.target.name).toBe(expected);
  });
});

it('says when, on what and from where', () => {
  const report = reported([judged()], { vantagePoints: [...places, outside] });
  expect(report).toMatchObject({ schemaVersion: 1, checkedAt: AT, configurationReadAt: inventory.readAt });
  expect(report.vantagePoints.map(({ id }) => id)).toEqual(['shop-web@eu-west-1a', 'shop-web@eu-west-1b', 'local']);
});

function lead(leading: typeof blocked, ...others: readonly (typeof blocked)[]) {
  return judged({ diagnosis: { leading, others } });
}

function holder() {
  return {
    id: 'eni-1',
    description: '',
    interfaceType: 'interface',
    subnetId: 'subnet-a',
    zone: 'eu-west-1a',
    status: 'in-use',
    groups: ['sg-0target'],
    addresses: [{ address: '10.0.1.5', primary: true, publicAddress: null }],
    ipv6Addresses: ['2001:db8::5'],
    attachment: { instanceId: 'i-0a11', deviceIndex: 0 },
  };
}
