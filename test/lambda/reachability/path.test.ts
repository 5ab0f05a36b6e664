import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Station } from '../../../lambda/model/flow.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { flowBetween } from './flow-between.ts';
import { acl, entry, openEntries, rule, smallInventory } from './small-inventory.ts';

const FORWARD = [
  'security-group-egress',
  'network-acl-egress',
  'route',
  'network-acl-ingress',
  'security-group-ingress',
];
const RETURN = ['network-acl-egress', 'route', 'network-acl-ingress'];
const STRANGER: Station = { cidr: '203.0.113.9/32', subnetId: null, interfaceId: null, securityGroups: null };

function judge(from: string | Station, to: string | Station, inventory = smallInventory(), port = 8080) {
  return judgePath(inventory, flowBetween(inventory, from, to, port));
}

const kinds = (hops: readonly { kind: string }[]) => hops.map((hop) => hop.kind);

describe('the hops of a path', () => {
  it('lets the healthy flow pass by all of them, there and back', () => {
    const path = judge('10.0.0.7', '10.0.1.5');
    expect(kinds(path.forward)).toEqual(FORWARD);
    expect(kinds(path.return)).toEqual(RETURN);
    expect(path).toMatchObject({ verdict: 'allow', blockers: [] });
    expect(path.flow).toEqual(flowBetween(smallInventory(), '10.0.0.7', '10.0.1.5'));
  });

  it('speaks IPv6 as well', () => {
    expect(judge('2001:db8::7', '2001:db8:0:1::5').verdict).toBe('allow');
  });

  it('asks no ACL and no router within one subnet', () => {
    const closed = smallInventory({
      networkAcls: known([]),
      routeTables: known([]),
      securityGroupRules: known([
        rule('sgr-1', 'sg-app', 'out', '-1', null, '0.0.0.0/0'),
        rule('sgr-2', 'sg-app', 'in', 'tcp', 8080, 'sg-app'),
      ]),
    });
    const path = judge('10.0.1.6', '10.0.1.5', closed);
    expect(kinds(path.forward)).toEqual(['security-group-egress', 'security-group-ingress']);
    expect(path).toMatchObject({ verdict: 'allow', return: [] });
  });

  it.each([
    ['the same address', '10.0.1.5', '10.0.1.5'],
    ['two addresses of one interface', '10.0.1.5', { ...STRANGER, cidr: '10.0.1.99/32', interfaceId: 'eni-app' }],
    ['the same address that no interface holds', '10.0.1.77', '10.0.1.77'],
  ])('asks nobody where a host calls itself: %s', (_situation, from, to) => {
    const nothingOpen = smallInventory({ securityGroupRules: known([]) });
    expect(judge(from, to, nothingOpen)).toMatchObject({ verdict: 'allow', forward: [], return: [] });
  });

  it('does not take a range for a host', () => {
    const range = { cidr: '10.0.1.0/24', subnetId: 'subnet-app-a', interfaceId: null, securityGroups: ['sg-app'] };
    expect(judge(range, range).forward.length).toBe(2);
  });

  it.each([
    [
      'from the internet',
      STRANGER,
      '10.0.1.5',
      ['internet-gateway', 'network-acl-ingress', 'security-group-ingress'],
      RETURN.slice(0, 2),
    ],
    [
      'from a private network',
      { ...STRANGER, cidr: '172.16.0.1/32' },
      '10.0.1.5',
      ['network-acl-ingress', 'security-group-ingress'],
      RETURN.slice(0, 2),
    ],
    ['to outside', '10.0.0.7', STRANGER, FORWARD.slice(0, 3), RETURN.slice(2)],
  ])('judges what stands on our side: %s', (_situation, from, to, forward, back) => {
    const path = judge(from, to);
    expect([kinds(path.forward), kinds(path.return)]).toEqual([forward, back]);
    expect(path.verdict).not.toBe('allow');
  });
});

describe('the verdict', () => {
  const denyOut = acl('acl-app', ['subnet-app-a'], [entry(100, 'in', 'allow', '-1', null, '0.0.0.0/0')]);
  const open = { ...acl('acl-default', [], openEntries()), isDefault: true };

  it('judges every hop, and lists each that denies in the order of the packet', () => {
    const all = smallInventory({
      securityGroupRules: known([]),
      networkAcls: known([{ ...acl('acl-closed', [], []), isDefault: true }]),
      routeTables: known([{ id: 'rtb-empty', vpcId: 'vpc-1', main: true, subnetIds: [], routes: [] }]),
    });
    const path = judge('10.0.0.7', '10.0.1.5', all);
    expect(kinds(path.blockers)).toEqual([...FORWARD, ...RETURN]);
    expect(path.blockers).toEqual([...path.forward, ...path.return]);
  });

  it('denies where only the answer cannot come back', () => {
    const path = judge('10.0.0.7', '10.0.1.5', smallInventory({ networkAcls: known([denyOut, open]) }));
    expect(path.forward.every((hop) => hop.decision === 'allow')).toBe(true);
    expect(path).toMatchObject({ verdict: 'deny', blockers: [{ resource: 'acl-app', line: '*' }] });
  });

  it('shows an ACL that both subnets share in each direction', () => {
    const shared = acl('acl-shared', ['subnet-app-a', 'subnet-lb-a'], openEntries());
    const path = judge('10.0.0.7', '10.0.1.5', smallInventory({ networkAcls: known([shared]) }));
    const hops = [...path.forward, ...path.return].filter((hop) => hop.resource === 'acl-shared');
    expect(kinds(hops)).toEqual([
      'network-acl-egress',
      'network-acl-ingress',
      'network-acl-egress',
      'network-acl-ingress',
    ]);
  });

  const refused = unknown('forbidden', 'access was denied', 'ec2:DescribeRouteTables');

  it('denies for certain although something else is not known', () => {
    const inventory = smallInventory({ routeTables: refused, networkAcls: known([denyOut, open]) });
    expect(judge('10.0.0.7', '10.0.1.5', inventory).verdict).toBe('deny');
  });

  it('is unknown where nothing denies and something is not known', () => {
    const path = judge('10.0.0.7', '10.0.1.5', smallInventory({ routeTables: refused }));
    expect(path).toMatchObject({ verdict: 'unknown', blockers: [] });
    expect(path.forward.find((hop) => hop.kind === 'route')?.why).toContain('ec2:DescribeRouteTables');
  });

  it('is unknown at every station whose subnet could not be looked up', () => {
    const path = judge('10.0.0.7', '10.0.1.99', smallInventory({ subnets: refused, networkInterfaces: refused }));
    expect(path.verdict).toBe('unknown');
    expect(path.forward.map((hop) => hop.decision)).toEqual(Array(5).fill('unknown'));
    expect(path.return.map((hop) => hop.decision)).toEqual(Array(3).fill('unknown'));
    expect(path.forward[3]?.resource).toBe('10.0.1.99');
    expect(path.return[1]?.resource).toBe('10.0.1.99');
  });
});

describe('what cannot be judged at all', () => {
  it.each([
    ['a source that is no address', { ...STRANGER, cidr: 'localhost' }, '10.0.1.5', 'localhost is neither an address'],
    ['a destination that is none', '10.0.0.7', { ...STRANGER, cidr: '10.0.0.0/40' }, '10.0.0.0/40 is neither'],
    ['two places outside', STRANGER, { ...STRANGER, cidr: '198.51.100.1/32' }, 'neither lies in a subnet'],
    ['two families', '10.0.0.7', '2001:db8:0:1::5', 'one speaks IPv4 and the other IPv6'],
  ])('%s', (_situation, from, to, why) => {
    const path = judge(from, to);
    expect(path).toMatchObject({ verdict: 'unknown', return: [], blockers: [] });
    expect(path.forward).toHaveLength(1);
    expect(path.forward[0]?.why).toContain(why);
  });
});
