import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type { Decision } from '../../../../lambda/model/flow.ts';
import type { ThroughLoadBalancer, WayJudgement } from '../../../../lambda/model/way.ts';
import { acl, networkInterface, openEntries, rule } from '../small-inventory.ts';
import { ALB, balanced, balancer, GROUP, LISTENER, NLB, node, openLines, type Situation, wayOf } from './balanced.ts';

function toNode(situation: Situation = {}, to = '10.0.0.7:80', from = 'i-jump'): WayJudgement {
  return wayOf(balanced(situation), from, to);
}

function targetsOf({ worst: { through } }: WayJudgement): Record<string, Decision> {
  const targets = through?.rules.flatMap(({ groups }) => groups.flatMap((one) => one.targets)) ?? [];
  return Object.fromEntries(targets.map(({ target, verdict }) => [target.name ?? target.id, verdict]));
}

const notAsked = unknown('forbidden', 'access was denied');
const forwardTo = (...weights: number[]) => [
  { type: 'forward', targetGroups: weights.map((weight) => ({ arn: GROUP, weight })) },
];

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
  const only = (address: string) => [
    ...openLines.filter(({ id }) => id !== 'sgr-app-in'),
    rule('sgr-app-in', 'sg-app', 'in', 'tcp', 8080, address),
  ];

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
    const way = toNode({ lines: only('192.0.2.0/24') });
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

/** The applications admit the nodes, or the load balancer's group, but not the jump host. */
const admit = (peer: string, ...more: ReturnType<typeof rule>[]) => [
  openLines[0] as ReturnType<typeof rule>,
  rule('sgr-app-in', 'sg-app', 'in', 'tcp', 8080, peer),
  ...more,
];
const egress = rule('sgr-nlb-out', 'sg-nlb', 'out', 'tcp', 8080, 'sg-app');
const ingress = rule('sgr-nlb-in', 'sg-nlb', 'in', 'tcp', 80, '10.0.9.0/24');

describe('whom the target sees', () => {
  it.each<[string, Situation, Decision, RegExp]>([
    ['instances see the client', {}, 'allow', /client's own address 10\.0\.9\.9/],
    ['instances see the client, and not the node', { lines: admit('10.0.0.0/22') }, 'deny', /client's own/],
    [
      'unless the attribute says otherwise',
      { lines: admit('10.0.0.0/22'), attributes: { 'preserve_client_ip.enabled': 'false' } },
      'allow',
      /node 10\.0\.0\.7/,
    ],
    [
      'addresses over TCP see the node',
      { group: { targetType: 'ip' }, targets: [['10.0.1.5', 8080]] },
      'deny',
      /node 10\.0\.0\.7/,
    ],
    [
      'unless the attribute says otherwise',
      {
        group: { targetType: 'ip' },
        targets: [['10.0.1.5', 8080]],
        attributes: { 'preserve_client_ip.enabled': 'true' },
      },
      'allow',
      /client's own/,
    ],
    [
      'over UDP it cannot be turned off',
      {
        group: { protocol: 'TCP_UDP', targetType: 'ip' },
        targets: [['10.0.1.5', 8080]],
        attributes: { 'preserve_client_ip.enabled': 'false' },
      },
      'allow',
      /client's own/,
    ],
    [
      'an ALB never preserves',
      { balancer: { type: 'application' }, lines: admit('10.0.0.0/22') },
      'allow',
      /node 10\.0\.0\.7/,
    ],
    [
      "a reference to the NLB's group matches all the same",
      { balancer: { securityGroups: ['sg-nlb'] }, lines: admit('sg-nlb', egress, ingress) },
      'allow',
      /client's own/,
    ],
    ["one to the client's own does not", { lines: admit('sg-jump') }, 'deny', /client's own/],
    [
      "the NLB's own egress counts",
      { balancer: { securityGroups: ['sg-nlb'] }, lines: admit('sg-nlb', ingress) },
      'deny',
      /client's own/,
    ],
  ])('%s', (_, situation, verdict, sees) => {
    const way = toNode(situation);
    expect(way.verdict).toBe(verdict);
    expect(way.worst.through?.rules[0]?.groups[0]?.targets[0]?.sees).toMatch(sees);
  });

  it('takes the default for granted, aloud, where the attribute is not known', () => {
    expect(toNode({ attributes: null }).worst.assumptions.join('\n')).toMatch(
      /apps preserves client addresses[\s\S]*cross-zone load balancing are not all known/,
    );
  });

  it('needs no route back to a client whose address is preserved', () => {
    const way = toNode({}, '10.0.0.7:80', '10.0.9.9');
    const back = way.worst.through?.rules[0]?.groups[0]?.targets[0]?.return ?? [];
    expect(back.find(({ kind }) => kind === 'route')?.why).toContain('10.0.0.7');
    expect(back.find(({ kind }) => kind === 'network-acl-egress')?.why).toContain('10.0.9.9');
  });

  it('a target that calls itself is stopped where addresses are preserved', () => {
    const lines = [...openLines, rule('sgr-app-self', 'sg-app', 'in', 'tcp', 8080, '10.0.0.0/16')];
    const way = toNode({ lines }, '10.0.0.7:80', 'i-app');
    expect(targetsOf(way)).toEqual({ 'i-app': 'deny', 'i-bpp': 'allow' });
    const kept = { lines, attributes: { 'preserve_client_ip.enabled': 'false' } };
    expect(targetsOf(toNode(kept, '10.0.0.7:80', 'i-app'))).toEqual({ 'i-app': 'allow', 'i-bpp': 'allow' });
  });
});

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
