import { describe, expect, it } from 'vitest';
import { known } from '../../../../lambda/model/fact.ts';
import type { ThroughLoadBalancer, WayJudgement } from '../../../../lambda/model/way.ts';
import { rule } from '../small-inventory.ts';
import { ALB, balanced, balancer, LISTENER, node, openLines, type Situation, wayOf } from './balanced.ts';
import { admit, forwardTo, targetsOf, toNode } from './to-node.ts';

describe('zones', () => {
  const alone = { balancer: { attributes: known({ 'load_balancing.cross_zone.enabled': 'false' }) } };

  it('without cross-zone a node sends to its own zone only', () => {
    expect(targetsOf(toNode(alone))).toEqual({ 'i-app': 'allow', 'i-bpp': 'deny' });
    expect(targetsOf(toNode(alone, '10.0.2.7:80'))).toEqual({ 'i-app': 'deny', 'i-bpp': 'allow' });
    const way = toNode({ ...alone, targets: [['i-bpp', 8080]] });
    expect(way.worst.blockers).toMatchObject([{ kind: 'target-group', line: 'load_balancing.cross_zone.enabled' }]);
  });

  it('the group overrides the load balancer', () => {
    const own = { ...alone, attributes: { 'load_balancing.cross_zone.enabled': 'true' } };
    expect(targetsOf(toNode(own))).toEqual({ 'i-app': 'allow', 'i-bpp': 'allow' });
  });

  it('sends nothing to a zone that is not enabled', () => {
    const way = toNode({
      balancer: { zones: [{ zone: 'zone-a', subnetId: 'subnet-lb-a' }] },
      targets: [['i-bpp', 8080]],
    });
    expect(way.worst.blockers[0]?.why).toContain('zone-b is not enabled on inner');
  });
});

describe('an Application Load Balancer behind a network one', () => {
  const alb = {
    ...balancer(ALB, 'web', 'application', ['sg-alb']),
    zones: [{ zone: 'zone-b', subnetId: 'subnet-lb-b' }],
  };
  const inner = 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/inner/9';
  const lines = [
    ...openLines,
    rule('sgr-alb-in', 'sg-alb', 'in', 'tcp', 8080, '10.0.9.0/24'),
    rule('sgr-alb-out', 'sg-alb', 'out', 'tcp', 9090, 'sg-app'),
    rule('sgr-app-alb', 'sg-app', 'in', 'tcp', 9090, 'sg-alb'),
  ];

  function chained(port = 8080, registered = ALB): WayJudgement {
    const first = balanced({
      group: { targetType: 'alb' },
      targets: [[registered, 8080]],
      lines,
      interfaces: [node('alb', ALB, 'subnet-lb-b', '10.0.2.9', ['sg-alb'])],
    });
    const groups = first.targetGroups.known ? first.targetGroups.value : [];
    const [outer] = groups;
    if (outer === undefined) throw new Error('no group');
    const second = { ...outer, arn: inner, name: 'inner', targetType: 'instance', protocol: 'HTTP' } as const;
    const action = { type: 'forward', targetGroups: [{ arn: inner, weight: 1 }] };
    const listener = { arn: 'l-alb', loadBalancerArn: ALB, protocol: 'HTTP', port, defaultActions: [action] };
    const target = { id: 'i-bpp', port: 9090, zone: null };
    const health = { target, healthCheckPort: null, state: 'healthy', reason: null, description: null };
    return wayOf(
      {
        ...first,
        loadBalancers: [...first.loadBalancers, alb],
        targetGroups: known([...groups, { ...second, loadBalancerArns: [ALB] }]),
        listeners: { ...first.listeners, [ALB]: known([listener]) },
        targetHealth: { ...first.targetHealth, [inner]: known([health]) },
      },
      'i-jump',
      '10.0.0.7:80',
    );
  }

  it('is judged on through its own listener to its own targets', () => {
    const way = chained();
    expect(way.verdict).toBe('allow');
    const target = way.worst.through?.rules[0]?.groups[0]?.targets[0];
    expect(target).toMatchObject({
      target: { name: 'web@zone-b', address: '10.0.2.9' },
      sees: expect.stringContaining('10.0.9.9'),
    });
    expect(target?.through?.rules[0]?.groups[0]?.targets[0]).toMatchObject({
      verdict: 'allow',
      target: { id: 'i-bpp' },
    });
    expect(way.worst.assumptions.join()).toContain('its rules are not known');
  });

  it("must have a listener on the group's port", () => {
    const way = chained(8081);
    expect(way).toMatchObject({ verdict: 'deny', worst: { blockers: [{ kind: 'listener', resource: ALB }] } });
  });

  it('is unknown where it is not in the inventory', () => {
    expect(chained(8080, `${ALB}x`).verdict).toBe('unknown');
  });
});

describe('rules', () => {
  const line = (priority: string, conditions: string[], type: string): NonNullable<Situation['rules']>[number] => ({
    arn: `r-${priority}`,
    listenerArn: LISTENER,
    priority,
    conditions,
    actions: type === 'forward' ? forwardTo(1) : [{ type, targetGroups: [] }],
  });

  it('stand in their order, the default one last, and each counts', () => {
    const rules = [line('default', [], 'fixed-response'), line('20', ['b'], 'forward'), line('3', ['a'], 'redirect')];
    const way = toNode({ balancer: { type: 'application' }, lines: admit('10.0.0.0/22'), rules });
    expect(way.verdict).toBe('allow');
    const through = way.worst.through as ThroughLoadBalancer;
    expect(through.rules.map(({ priority, answers }) => [priority, answers])).toEqual([
      ['3', 'redirect'],
      ['20', null],
      ['default', 'fixed-response'],
    ]);
  });

  it('an answer by itself does not make up for a target that is not reached', () => {
    const rules = [line('1', ['a'], 'forward'), line('default', [], 'fixed-response')];
    expect(toNode({ balancer: { type: 'application' }, lines: admit('192.0.2.1/32'), rules }).verdict).toBe('deny');
  });
});
