import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type { Decision } from '../../../../lambda/model/flow.ts';
import { acl, networkInterface, openEntries } from '../small-inventory.ts';
import { balanced, GROUP, NLB, type Situation, wayOf } from './balanced.ts';
import { admit, forwardTo, targetsOf, toNode } from './to-node.ts';

const notAsked = unknown('forbidden', 'access was denied');

describe('a node as destination', () => {
  it('leads on through listener and group to every target', () => {
    const way = toNode();
    expect(way.verdict).toBe('allow');
    expect(way.worst.through?.hop).toMatchObject({ kind: 'listener', decision: 'allow', line: 'TCP:80' });
    expect(targetsOf(way)).toEqual({ 'i-app': 'allow', 'i-bpp': 'allow' });
  });

  it.each<[string, Situation, string, Decision, RegExp]>([
    [
      'a port that no listener serves',
      {},
      '10.0.0.7:81',
      'deny',
      /no listener of inner serves tcp 81 \(it has TCP:80\).*silent/,
    ],
    ['such a port of an ALB', { balancer: { type: 'application' } }, '10.0.0.7:81', 'deny', /refuses there/],
    [
      'listeners that could not be read',
      { changes: { listeners: { [NLB]: notAsked } } },
      '10.0.0.7:80',
      'unknown',
      /access was denied/,
    ],
    ['listeners that were not asked for', { changes: { listeners: {} } }, '10.0.0.7:80', 'unknown', /not asked for/],
    [
      'a load balancer that is not there',
      { changes: { loadBalancers: [] } },
      '10.0.0.7:80',
      'unknown',
      /net\/inner\/1 is not in the inventory/,
    ],
    ['a Gateway Load Balancer', { balancer: { type: 'gateway' } }, '10.0.0.7:80', 'unknown', /Gateway Load Balancer/],
    ['a listener that forwards nowhere', { actions: [] }, '10.0.0.7:80', 'deny', /forwards to no target group/],
    [
      'a listener that answers by itself',
      { actions: [{ type: 'redirect', targetGroups: [] }] },
      '10.0.0.7:80',
      'allow',
      /answers by itself \(redirect\)/,
    ],
  ])('%s', (_, situation, to, verdict, why) => {
    const way = toNode(situation, to);
    expect(way.verdict).toBe(verdict);
    expect(way.worst.through?.hop.why).toMatch(why);
    expect(way.worst.blockers.map(({ kind }) => kind)).toEqual(verdict === 'deny' ? ['listener'] : []);
  });

  it.each<[string, Situation, Decision, RegExp]>([
    ['has no target', { targets: [] }, 'deny', /no target is registered in apps/],
    ['has weight 0', { actions: forwardTo(0) }, 'deny', /weight 0/],
    ['could not be read', { changes: { targetGroups: notAsked } }, 'unknown', /access was denied/],
    ['is gone', { changes: { targetGroups: known([]) } }, 'unknown', /not in the inventory/],
    [
      'has targets that could not be read',
      { changes: { targetHealth: { [GROUP]: notAsked } } },
      'unknown',
      /access was denied/,
    ],
    ['has targets that were not asked for', { changes: { targetHealth: {} } }, 'unknown', /not asked for/],
    [
      'invokes a function',
      { group: { targetType: 'lambda', protocol: null, port: null } },
      'allow',
      /invokes a function/,
    ],
    ['speaks UDP', { group: { protocol: 'UDP' } }, 'deny', /takes no TCP/],
  ])('whose group %s', (_, situation, verdict, why) => {
    const way = toNode(situation);
    expect(way.verdict).toBe(verdict);
    const hop = way.worst.through?.rules[0]?.groups[0]?.hop;
    expect(hop?.why).toMatch(why);
    expect(way.worst.blockers).toEqual(verdict === 'deny' ? [hop] : []);
  });

  it('judges on behind a denial before the node', () => {
    const closed = acl('acl-jump', ['subnet-jump-c'], []);
    const open = { ...acl('acl-default', [], openEntries()), isDefault: true };
    const way = toNode({ changes: { networkAcls: known([closed, open]) } });
    expect(way.verdict).toBe('deny');
    expect(way.worst.blockers.map(({ kind }) => kind)).toEqual(['network-acl-egress', 'network-acl-ingress']);
    expect(way.worst.through?.verdict).toBe('allow');
  });
});

describe('one target that is reached is enough', () => {
  it('and the other is said not to be', () => {
    const targets = [
      ['i-app', 8080],
      ['i-bpp', 9090],
    ] as const;
    const way = toNode({ targets });
    expect(way.verdict).toBe('allow');
    expect(targetsOf(way)).toEqual({ 'i-app': 'allow', 'i-bpp': 'deny' });
    expect(way.worst.blockers).toEqual([]);
  });

  it('and none is a denial with every line, each once', () => {
    const way = toNode({ lines: admit('192.0.2.0/24') });
    expect(way.verdict).toBe('deny');
    expect(way.worst.blockers).toMatchObject([{ kind: 'security-group-ingress', resource: 'sg-app' }]);
    expect(way.worst.blockers[0]?.nearestMiss?.line).toBe('sgr-app-in');
  });

  it('and one that cannot be told, beside one that is denied, is unknown', () => {
    const way = toNode({
      targets: [
        ['i-app', 9090],
        ['i-nobody', 8080],
      ],
    });
    expect(way.verdict).toBe('unknown');
    expect(targetsOf(way)).toEqual({ 'i-app': 'deny', 'i-nobody': 'unknown' });
  });

  it('whatever the load balancer says of its health', () => {
    const way = toNode();
    const health = way.worst.through?.rules[0]?.groups[0]?.targets[0]?.health;
    expect(health).toEqual({ state: 'unhealthy', reason: 'Target.FailedHealthChecks' });
  });
});

describe('places', () => {
  it('of a load balancer are judged each, and the worst is shown', () => {
    const closed = acl('acl-b', ['subnet-lb-b'], []);
    const open = { ...acl('acl-default', [], openEntries()), isDefault: true };
    const inventory = balanced({ lines: admit('10.0.0.0/16'), changes: { networkAcls: known([open, closed]) } });
    const way = wayOf(inventory, 'inner', '10.0.1.5:8080');
    expect(way.ways.map(({ zone, verdict }) => [zone, verdict])).toEqual([
      ['zone-a', 'allow'],
      ['zone-b', 'deny'],
    ]);
    expect(way).toMatchObject({ verdict: 'deny', worst: { zone: 'zone-b', from: 'inner@zone-b' } });
  });

  it.each([
    ['a Linux host', 'i-jump', null, { from: 32768, to: 60999 }, /Linux host, which dials from ports 32768 to 60999/],
    ['one port', 'i-jump', 4711, { from: 4711, to: 4711 }, /^$/],
    ['a load balancer', 'inner', null, { from: 1024, to: 65535 }, /^$/],
  ])('dial from the ports of %s', (_, from, port, range, said) => {
    const { worst } = wayOf(balanced(), from, '10.0.1.5:8080', port);
    expect(worst.path.flow.sourcePorts).toEqual(range);
    expect(worst.assumptions.join()).toMatch(said);
  });

  it('have no way to an address of the other family', () => {
    expect(() => wayOf(balanced(), 'i-jump', '[2001:db8::5]:80')).toThrow(/i-jump has no IPv6 address/);
  });

  it('behind no load balancer end at the address', () => {
    const inventory = balanced({ interfaces: [networkInterface('other', 'subnet-app-a', '10.0.1.77', ['sg-app'])] });
    expect(wayOf(inventory, 'i-jump', '10.0.1.77:8080')).toMatchObject({ verdict: 'allow', worst: { through: null } });
  });
});
