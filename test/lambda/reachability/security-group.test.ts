import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Hop, Station } from '../../../lambda/model/flow.ts';
import type { Inventory, SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { flowBetween } from './flow-between.ts';
import { networkInterface, rule, smallInventory } from './small-inventory.ts';

const NODE: Station = {
  cidr: '10.0.0.7/32',
  subnetId: 'subnet-lb-a',
  interfaceId: 'eni-node',
  securityGroups: ['sg-lb'],
};
const BALANCER_OUT = rule('sgr-lb-out', 'sg-lb', 'out', '-1', null, '0.0.0.0/0');

function hopOf(kind: Hop['kind'], inventory: Inventory, source: Station = NODE): Hop | undefined {
  const { forward, return: back } = judgePath(inventory, flowBetween(inventory, source, '10.0.1.5'));
  expect(back.map((hop) => hop.kind)).not.toContain(kind);
  return forward.find((hop) => hop.kind === kind);
}

function ingress(rules: readonly SecurityGroupRule[], changes: Partial<Inventory> = {}, source?: Station) {
  return hopOf(
    'security-group-ingress',
    smallInventory({ securityGroupRules: known([BALANCER_OUT, ...rules]), ...changes }),
    source,
  );
}

const NOBODY: Station = { ...NODE, interfaceId: null, securityGroups: null };
const STRANGER: Station = { cidr: '203.0.113.9/32', subnetId: null, interfaceId: null, securityGroups: null };

describe('which rules admit', () => {
  it.each([
    ['the group that the load balancer wears', 'tcp', 8080, 'sg-lb', 'allow'],
    ['TCP by its number', '6', 8080, 'sg-lb', 'allow'],
    ['all protocols, whatever ports stand beside', '-1', 22, 'sg-lb', 'allow'],
    ['a range of ports, at its end', 'tcp', [8000, 8080], 'sg-lb', 'allow'],
    ['a range of ports, at its start', 'tcp', [8080, 8090], 'sg-lb', 'allow'],
    ['all ports', 'tcp', null, 'sg-lb', 'allow'],
    ['a range that holds the node', 'tcp', 8080, '10.0.0.0/24', 'allow'],
    ['the node alone', 'tcp', 8080, '10.0.0.7/32', 'allow'],
    ['the mapped spelling of the range', 'tcp', 8080, '::ffff:10.0.0.0/120', 'allow'],
    ['its neighbour', 'tcp', 8080, '10.0.0.8/32', 'deny'],
    ['everything of the other family', 'tcp', 8080, '::/0', 'deny'],
    ['another group', 'tcp', 8080, 'sg-other', 'deny'],
    ['ports just below', 'tcp', [1, 8079], 'sg-lb', 'deny'],
    ['ports just above', 'tcp', [8081, 9000], 'sg-lb', 'deny'],
    ['another protocol', 'udp', 8080, 'sg-lb', 'deny'],
    ['what is no range', 'tcp', 8080, '10.0.0.0/99', 'unknown'],
  ] as const)('%s', (_situation, protocol, ports, other, decision) => {
    const hop = ingress([rule('sgr-1', 'sg-app', 'in', protocol, ports, other)]);
    expect(hop).toMatchObject({ decision, resource: 'sg-app' });
    expect(hop?.line).toBe(decision === 'allow' ? 'sgr-1' : undefined);
  });

  it('says it in a sentence with the real ids', () => {
    const healthy = smallInventory();
    expect(hopOf('security-group-ingress', healthy)?.why).toBe('sgr-app-in admits tcp 8080 from sg-lb');
    expect(hopOf('security-group-egress', healthy)?.why).toBe('sgr-lb-out admits tcp 8080 to sg-app');
    expect(ingress([rule('sgr-1', 'sg-app', 'in', '-1', null, '10.0.0.0/8')])?.why).toBe(
      'sgr-1 admits tcp 8080 from 10.0.0.0/8',
    );
    expect(ingress([rule('sgr-1', 'sg-app', 'in', 'tcp', 80, 'sg-lb')])?.why).toBe(
      'no rule of sg-app admits tcp 8080 from 10.0.0.7 (sg-lb)',
    );
  });

  it('joins all groups of the interface, in whatever order they come', () => {
    const rules = [
      rule('sgr-z', 'sg-other', 'in', 'tcp', 8080, 'sg-lb'),
      rule('sgr-b', 'sg-app', 'in', 'tcp', 22, 'sg-lb'),
    ];
    const worn = (groups: string[]) =>
      ingress(rules, { networkInterfaces: known([networkInterface('app', 'subnet-app-a', '10.0.1.5', groups)]) });
    const expected = { resource: 'sg-other', line: 'sgr-z', resources: ['sg-app', 'sg-other'], decision: 'allow' };
    expect(worn(['sg-app', 'sg-other'])).toMatchObject(expected);
    expect(worn(['sg-other', 'sg-app', 'sg-app'])).toEqual(worn(['sg-app', 'sg-other']));
  });

  it('takes an admitting rule over one that might admit', () => {
    const rules = [
      rule('sgr-1', 'sg-app', 'in', 'tcp', 8080, 'pl-1'),
      rule('sgr-2', 'sg-app', 'in', 'tcp', 8080, 'sg-lb'),
    ];
    expect(ingress(rules)).toMatchObject({ decision: 'allow', line: 'sgr-2' });
  });

  it.each([
    [['sg-empty'], 'sg-empty has no ingress rules'],
    [['sg-empty', 'sg-app'], 'sg-app and sg-empty have no ingress rules'],
  ])('denies where %j have no rules', (groups, why) => {
    const networkInterfaces = known([networkInterface('app', 'subnet-app-a', '10.0.1.5', groups)]);
    const hop = ingress([rule('sgr-1', 'sg-app', 'out', '-1', null, '0.0.0.0/0')], { networkInterfaces });
    expect(hop).toMatchObject({ decision: 'deny', why });
    expect(hop?.nearestMiss).toBeUndefined();
  });
});

describe('who wears the groups', () => {
  it.each([
    ['a node without groups, by its address', '10.0.0.0/24', { ...NODE, securityGroups: [] }, 'allow'],
    ['a node without groups, by reference', 'sg-lb', { ...NODE, securityGroups: [] }, 'deny'],
    ['an address of ours that no interface holds', 'sg-lb', NOBODY, 'unknown'],
    ['an address elsewhere, by reference', 'sg-lb', STRANGER, 'deny'],
    ['an address elsewhere, by range', '203.0.113.0/24', STRANGER, 'allow'],
  ])('%s', (_situation, other, source, decision) => {
    expect(ingress([rule('sgr-1', 'sg-app', 'in', 'tcp', 8080, other)], {}, source)).toMatchObject({ decision });
  });

  it.each([
    [{ ...NODE, securityGroups: [] }, undefined],
    [STRANGER, undefined],
    [NOBODY, 'no network interface of the inventory holds 10.0.0.7, so its security groups are not known'],
  ])('filters on the way out only what wears groups: %j', (source, why) => {
    expect(hopOf('security-group-egress', smallInventory(), source)?.why).toBe(why);
  });
});

describe('what could not be read', () => {
  const refused = unknown('forbidden', 'access was denied.', 'ec2:DescribeIt');

  it.each([
    ['rules', { securityGroupRules: refused }, 'security group rules are not known: access was denied (missing perm'],
    ['interfaces', { networkInterfaces: refused }, 'of 10.0.1.5 are not known, as network interfaces are not known'],
    ['the group', { securityGroups: known([]) }, 'the rules of sg-app are not in the inventory'],
    ['the list of groups', { securityGroups: refused }, 'the rules of sg-app are not in the inventory'],
  ] as const)('%s', (_what, changes, why) => {
    const hop = ingress([], changes);
    expect(hop).toMatchObject({ decision: 'unknown' });
    expect(hop?.why).toContain(why);
  });

  it('names the permission once', () => {
    const said = unknown('forbidden', 'the caller may not call ec2:DescribeIt', 'ec2:DescribeIt');
    expect(ingress([], { securityGroupRules: said })?.why).toBe(
      'security group rules are not known: the caller may not call ec2:DescribeIt',
    );
  });

  it('still admits by what was read', () => {
    const networkInterfaces = known([networkInterface('app', 'subnet-app-a', '10.0.1.5', ['sg-app', 'sg-hidden'])]);
    const open = rule('sgr-1', 'sg-app', 'in', '-1', null, '0.0.0.0/0');
    expect(ingress([open], { networkInterfaces })).toMatchObject({ decision: 'allow', resource: 'sg-app' });
    expect(ingress([], { networkInterfaces })).toMatchObject({ decision: 'unknown' });
  });
});

describe('a node whose address is not known', () => {
  const subnetWide: Station = { ...NODE, cidr: '10.0.0.0/24', interfaceId: null };

  it.each([
    ['all of its subnet', ['10.0.0.0/16'], 'allow'],
    ['both halves', ['10.0.0.0/25', '10.0.0.128/25'], 'allow'],
    ['one half', ['10.0.0.0/25'], 'unknown'],
    ['all but one address', ['10.0.0.0/25', '10.0.0.128/26', '10.0.0.193/32'], 'unknown'],
    ['another subnet', ['10.0.9.0/24'], 'deny'],
  ])('admitting %s', (_situation, ranges, decision) => {
    const rules = ranges.map((range, index) => rule(`sgr-${index}`, 'sg-app', 'in', 'tcp', 8080, range));
    const hop = ingress(rules, {}, subnetWide);
    expect(hop).toMatchObject({ decision });
    expect(hop?.line).toBe(decision === 'allow' ? 'sgr-0' : undefined);
  });

  it.each([
    ['all of its subnet', ['2001:db8::/56'], 'allow'],
    ['one half', ['2001:db8::/65'], 'unknown'],
    ['both halves', ['2001:db8::/65', '2001:db8:0:0:8000::/65'], 'allow'],
  ])('admitting %s by IPv6', (_situation, ranges, decision) => {
    const rules = ranges.map((range, index) => rule(`sgr-${index}`, 'sg-app', 'in', 'tcp', 8080, range));
    const inventory = smallInventory({ securityGroupRules: known(rules) });
    const source = { ...subnetWide, cidr: '2001:db8::/64' };
    const { forward } = judgePath(inventory, flowBetween(inventory, source, '2001:db8:0:1::5'));
    expect(forward.find((hop) => hop.kind === 'security-group-ingress')).toMatchObject({ decision });
  });

  it('says on what it depends', () => {
    expect(ingress([rule('sgr-1', 'sg-app', 'in', 'tcp', 8080, '10.0.0.0/25')], {}, subnetWide)?.why).toBe(
      'it depends on the address, which is not known: sgr-1 admits tcp 8080 from 10.0.0.0/25; ' +
        'no rule of sg-app admits tcp 8080 from 10.0.0.0/24 (sg-lb)',
    );
  });
});
