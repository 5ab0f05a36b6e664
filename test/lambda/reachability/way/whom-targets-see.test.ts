import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../lambda/model/flow.ts';
import { rule } from '../small-inventory.ts';
import { openLines, type Situation } from './balanced.ts';
import { admit, targetsOf, toNode } from './to-node.ts';

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
