import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Hop, Station } from '../../../lambda/model/flow.ts';
import type { Inventory, NetworkAclEntry } from '../../../lambda/model/inventory.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { flowBetween } from './flow-between.ts';
import { acl, entry, openEntries, smallInventory } from './small-inventory.ts';

/** The hops at the application's subnet: the request's way in, and the answer's way out. */
function hopsAt(inventory: Inventory, source: string | Station = '10.0.0.7', sourcePorts = { from: 1024, to: 65535 }) {
  const path = judgePath(inventory, flowBetween(inventory, source, '10.0.1.5', 8080, sourcePorts));
  const ofKind = (hops: readonly Hop[], kind: Hop['kind']) => hops.find((hop) => hop.kind === kind);
  return {
    request: ofKind(path.forward, 'network-acl-ingress'),
    answer: ofKind(path.return, 'network-acl-egress'),
  };
}

function withEntries(entries: readonly NetworkAclEntry[]): Inventory {
  const open = { ...acl('acl-default', [], openEntries()), isDefault: true };
  return smallInventory({ networkAcls: known([acl('acl-app', ['subnet-app-a'], entries), open]) });
}

const lastIn = entry(32767, 'in', 'deny', '-1', null, '0.0.0.0/0');

describe('the request', () => {
  it.each([
    [
      'the lowest number decides',
      [entry(200, 'in', 'deny', '-1', null, '0.0.0.0/0'), entry(100, 'in', 'allow', '6', 8080, '10.0.0.0/24')],
      'allow',
      '100',
    ],
    [
      'whatever the order',
      [entry(100, 'in', 'allow', '-1', null, '0.0.0.0/0'), entry(90, 'in', 'deny', 'tcp', 8080, '10.0.0.7/32')],
      'deny',
      '90',
    ],
    [
      'numbers are not texts',
      [entry(1000, 'in', 'deny', '-1', null, '0.0.0.0/0'), entry(99, 'in', 'allow', '-1', null, '0.0.0.0/0')],
      'allow',
      '99',
    ],
    [
      'other ports pass by',
      [
        entry(100, 'in', 'deny', '6', [1, 8079], '0.0.0.0/0'),
        entry(110, 'in', 'allow', '6', [8080, 8080], '0.0.0.0/0'),
      ],
      'allow',
      '110',
    ],
    [
      'other protocols pass by',
      [entry(100, 'in', 'deny', '17', null, '0.0.0.0/0'), entry(110, 'in', 'allow', '6', null, '0.0.0.0/0')],
      'allow',
      '110',
    ],
    [
      'other ranges pass by',
      [entry(100, 'in', 'deny', '-1', null, '10.0.9.0/24'), entry(110, 'in', 'allow', '-1', null, '10.0.0.0/16')],
      'allow',
      '110',
    ],
    ['the other family passes by', [entry(100, 'in', 'allow', '-1', null, '::/0'), lastIn], 'deny', '*'],
    ['the other direction does not count', [entry(100, 'out', 'allow', '-1', null, '0.0.0.0/0'), lastIn], 'deny', '*'],
    ['what nothing admits is denied', [], 'deny', '*'],
    ['what is no range cannot be judged', [entry(100, 'in', 'deny', '-1', null, 'nonsense')], 'unknown', undefined],
  ] as const)('%s', (_situation, entries, decision, line) => {
    const { request } = hopsAt(withEntries(entries));
    expect(request).toMatchObject({ resource: 'acl-app', decision });
    expect(request?.line).toBe(line);
  });

  it('says it in a sentence with the real ids', () => {
    const why = (entries: NetworkAclEntry[]) => hopsAt(withEntries(entries)).request?.why;
    expect(why(openEntries())).toBe('rule 100 of acl-app admits tcp from 10.0.0.7 to port 8080');
    expect(why([entry(90, 'in', 'deny', '6', [8000, 9000], '10.0.0.0/16')])).toBe(
      'rule 90 of acl-app denies tcp from 10.0.0.7 to port 8080',
    );
    expect(why([])).toBe('rule * of acl-app denies tcp from 10.0.0.7 to port 8080');
    expect(why([entry(90, 'in', 'deny', '6', null, '10/8')])).toBe(
      'rule 90 of acl-app names 10/8, which is no range of addresses',
    );
  });
});

describe('the answer', () => {
  const out = (number: number, action: 'allow' | 'deny', ports: readonly [number, number] | null) =>
    entry(number, 'out', action, '6', ports, '10.0.0.0/24');

  it.each([
    [
      'all at once',
      [out(100, 'allow', [1024, 65535])],
      'allow',
      '100',
      'rule 100 of acl-app admits tcp to 10.0.0.7 ports 1024-65535',
    ],
    [
      'by several',
      [out(100, 'allow', [1024, 32767]), out(110, 'allow', [32768, 65535])],
      'allow',
      '100',
      'rules 100 and 110 of acl-app admit tcp to 10.0.0.7 ports 1024-32767, 32768-65535',
    ],
    [
      'none',
      [out(100, 'deny', [1024, 65535]), out(110, 'allow', null)],
      'deny',
      '100',
      'rule 100 of acl-app denies tcp to 10.0.0.7 ports 1024-65535',
    ],
    [
      'only the service port',
      [out(100, 'allow', [8080, 8080])],
      'deny',
      '*',
      'some connections hang: rule 100 of acl-app admits tcp to 10.0.0.7 port 8080, but rule * denies ports 1024-8079, 8081-65535',
    ],
    [
      'only Linux ports',
      [out(100, 'allow', [32768, 60999])],
      'deny',
      '*',
      'some connections hang: rule 100 of acl-app admits tcp to 10.0.0.7 ports 32768-60999, but rule * denies ports 1024-32767, 61000-65535',
    ],
    [
      'a hole by number',
      [out(90, 'deny', [3389, 3389]), out(100, 'allow', null)],
      'deny',
      '90',
      'some connections hang: rule 100 of acl-app admits tcp to 10.0.0.7 ports 1024-3388, 3390-65535, but rule 90 denies port 3389',
    ],
    [
      'a hole too late to count',
      [out(90, 'allow', null), out(100, 'deny', [3389, 3389])],
      'allow',
      '90',
      'rule 90 of acl-app admits tcp to 10.0.0.7 ports 1024-65535',
    ],
  ] as const)('%s', (_situation, entries, decision, line, why) => {
    const { answer } = hopsAt(withEntries([...entries, entry(100, 'in', 'allow', '-1', null, '0.0.0.0/0')]));
    expect(answer).toMatchObject({ kind: 'network-acl-egress', resource: 'acl-app', decision, line, why });
  });

  it.each([
    ['all', [], undefined],
    ['one', [out(90, 'deny', [3389, 3389]), out(100, 'allow', null)], 1 / 64_512],
    ['half', [out(90, 'deny', [1, 33_279]), out(100, 'allow', null)], 0.5],
    ['none', [out(100, 'allow', null)], undefined],
  ] as const)('of which it denies %s of the ports tells the share', (_, entries, share) => {
    const { answer } = hopsAt(withEntries([...entries, entry(100, 'in', 'allow', '-1', null, '0.0.0.0/0')]));
    expect(answer?.deniedShare).toBe(share);
  });

  it('depends on the ports that the source dials from', () => {
    const entries = [...openEntries().filter((one) => !one.egress), out(100, 'allow', [32768, 60999])];
    const decide = (from: number, to: number) =>
      hopsAt(withEntries(entries), '10.0.0.7', { from, to }).answer?.decision;
    expect([decide(32768, 60999), decide(32768, 61000), decide(1024, 65535), decide(40000, 40000)]).toEqual([
      'allow',
      'deny',
      'deny',
      'allow',
    ]);
  });
});

describe('which ACL', () => {
  const refused = unknown('forbidden', 'access was denied', 'ec2:DescribeNetworkAcls');
  const closed = { ...acl('acl-closed', [], []), isDefault: true };

  it.each([
    ['the associated one', [closed, acl('acl-app', ['subnet-app-a'], openEntries())], 'acl-app', 'allow'],
    ['the default one of the VPC', [closed, acl('acl-app', ['subnet-lb-a'], openEntries())], 'acl-closed', 'deny'],
    ['never the default of another VPC', [{ ...closed, vpcId: 'vpc-2' }], 'subnet-app-a', 'unknown'],
  ])('%s', (_situation, acls, resource, decision) => {
    expect(hopsAt(smallInventory({ networkAcls: known(acls) })).request).toMatchObject({ resource, decision });
  });

  it.each([
    [
      'no ACL could be read',
      { networkAcls: refused },
      'network ACLs are not known: access was denied (missing permission: ec2:DescribeNetworkAcls)',
    ],
    [
      'the VPC has none',
      { networkAcls: known([]) },
      'the inventory holds no network ACLs of vpc-1, where subnet-app-a is',
    ],
    ['the subnet is not listed', { subnets: known([]) }, 'subnet-app-a is not in the inventory'],
    [
      'no subnet could be read',
      { subnets: refused },
      'subnets are not known: access was denied (missing permission: ec2:DescribeNetworkAcls)',
    ],
  ] as const)('unknown where %s', (_situation, changes, why) => {
    expect(hopsAt(smallInventory(changes)).request).toEqual({
      kind: 'network-acl-ingress',
      resource: 'subnet-app-a',
      decision: 'unknown',
      why,
    });
  });
});

describe('a node whose address is not known', () => {
  const subnetWide: Station = {
    cidr: '10.0.0.0/24',
    subnetId: 'subnet-lb-a',
    interfaceId: null,
    securityGroups: ['sg-lb'],
  };

  it.each([
    ['denied as a whole', [entry(90, 'in', 'deny', '-1', null, '10.0.0.0/16')], 'deny'],
    ['denied in part', [entry(90, 'in', 'deny', '-1', null, '10.0.0.128/25')], 'unknown'],
    ['denied at its first address', [entry(90, 'in', 'deny', '-1', null, '10.0.0.0/32')], 'unknown'],
    ['denied at its last address', [entry(90, 'in', 'deny', '-1', null, '10.0.0.255/32')], 'unknown'],
    [
      'denied in both halves',
      [entry(90, 'in', 'deny', '-1', null, '10.0.0.0/25'), entry(91, 'in', 'deny', '-1', null, '10.0.0.128/25')],
      'deny',
    ],
    ['denied elsewhere', [entry(90, 'in', 'deny', '-1', null, '10.0.9.0/24')], 'allow'],
  ] as const)('%s', (_situation, entries, decision) => {
    const inventory = withEntries([...entries, ...openEntries()]);
    expect(hopsAt(inventory, subnetWide).request).toMatchObject({ decision });
  });
});
