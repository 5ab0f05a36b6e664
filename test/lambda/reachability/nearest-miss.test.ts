import { describe, expect, it } from 'vitest';
import { known } from '../../../lambda/model/fact.ts';
import type { SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { flowBetween } from './flow-between.ts';
import { rule, smallInventory } from './small-inventory.ts';

function missAmong(rules: readonly SecurityGroupRule[], kind = 'security-group-ingress') {
  const inventory = smallInventory({ securityGroupRules: known(rules) });
  const { blockers } = judgePath(inventory, flowBetween(inventory, '10.0.0.7', '10.0.1.5'));
  return blockers.find((hop) => hop.kind === kind)?.nearestMiss;
}

const into = (id: string, protocol: string, ports: Parameters<typeof rule>[4], other: string) =>
  rule(id, 'sg-app', 'in', protocol, ports, other);

describe('in words', () => {
  it.each([
    ['tcp', 80, 'sg-lb', ['port'], 'admits sg-lb on port 80, not 8080'],
    ['6', [80, 90], 'sg-lb', ['port'], 'admits sg-lb on ports 80-90, not 8080'],
    ['tcp', 8080, 'sg-other', ['peer'], 'admits tcp 8080 from sg-other, not from 10.0.0.7 (sg-lb)'],
    ['6', 8080, '10.9.0.0/16', ['peer'], 'admits tcp 8080 from 10.9.0.0/16, not from 10.0.0.7 (sg-lb)'],
    ['-1', null, 'sg-other', ['peer'], 'admits all traffic from sg-other, not from 10.0.0.7 (sg-lb)'],
    ['tcp', null, 'sg-other', ['peer'], 'admits tcp from sg-other, not from 10.0.0.7 (sg-lb)'],
    ['udp', 8080, 'sg-lb', ['protocol'], 'admits udp 8080 from sg-lb, not tcp 8080'],
    ['17', [8000, 9000], 'sg-lb', ['protocol'], 'admits udp 8000-9000 from sg-lb, not tcp 8080'],
    ['udp', null, 'sg-lb', ['protocol'], 'admits udp from sg-lb, not tcp 8080'],
    ['udp', 53, 'sg-lb', ['protocol', 'port'], 'admits udp 53 from sg-lb, not tcp 8080'],
    ['udp', 9999, 'sg-lb', ['protocol', 'port'], 'admits udp 9999 from sg-lb, not tcp 8080'],
    ['icmp', [8, -1], 'sg-lb', ['protocol', 'port'], 'admits icmp from sg-lb, not tcp 8080'],
    ['1', [8, -1], 'sg-lb', ['protocol', 'port'], 'admits icmp from sg-lb, not tcp 8080'],
    ['tcp', 80, 'sg-other', ['port', 'peer'], 'admits tcp 80 from sg-other, not tcp 8080 from 10.0.0.7 (sg-lb)'],
  ] as const)('%s %s from %s', (protocol, ports, other, misses, why) => {
    expect(missAmong([into('sgr-1', protocol, ports, other)])).toEqual({
      line: 'sgr-1',
      misses,
      why: `rule sgr-1 ${why}`,
    });
  });

  it('speaks of the way out as well', () => {
    const miss = missAmong([rule('sgr-1', 'sg-lb', 'out', 'tcp', 8080, 'sg-other')], 'security-group-egress');
    expect(miss?.why).toBe('rule sgr-1 admits tcp 8080 to sg-other, not to 10.0.1.5 (sg-app)');
  });
});

describe('which is nearest', () => {
  const wrongPort = into('sgr-port', 'tcp', 80, 'sg-lb');
  const wrongPeer = into('sgr-peer', 'tcp', 8080, 'sg-other');
  const wrongRange = into('sgr-a-range', 'tcp', 8080, '10.9.0.0/16');
  const wrongProtocol = into('sgr-a-protocol', 'udp', 8080, 'sg-lb');
  const wrongAll = into('sgr-a-all', 'udp', 53, 'sg-other');
  const wrongTwice = into('sgr-a-twice', 'tcp', 8081, 'sg-other');

  it.each([
    ['one miss before two', [wrongTwice, wrongProtocol], 'sgr-a-protocol'],
    ['two before three', [wrongAll, wrongTwice], 'sgr-a-twice'],
    ['the port before the peer', [wrongPeer, wrongPort], 'sgr-port'],
    ['the peer before the protocol', [wrongProtocol, wrongPeer], 'sgr-peer'],
    ['a group before a range', [wrongRange, wrongPeer], 'sgr-peer'],
    ['the nearer port', [into('sgr-a', 'tcp', 80, 'sg-lb'), into('sgr-b', 'tcp', [8090, 9000], 'sg-lb')], 'sgr-b'],
    ['of equals, the first id', [into('sgr-b', 'tcp', 80, 'sg-lb'), into('sgr-a', 'tcp', 80, 'sg-lb')], 'sgr-a'],
  ])('%s', (_situation, rules, line) => {
    expect(missAmong(rules)?.line).toBe(line);
    expect(missAmong(rules.toReversed())?.line).toBe(line);
  });
});
