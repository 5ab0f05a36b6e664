import { known } from '../../../lambda/model/fact.ts';
import type {
  Inventory,
  NetworkAcl,
  NetworkAclEntry,
  NetworkInterface,
  RulePeer,
  SecurityGroupRule,
  Subnet,
} from '../../../lambda/model/inventory.ts';
import { unreadInventory } from '../../../lambda/model/unread-inventory.ts';

/** A rule's peer out of a text: `sg-…` is a group, `pl-…` a prefix list, anything else a range. */
export function peer(text: string): RulePeer {
  if (text.startsWith('sg-')) return { kind: 'security-group', id: text, ownerId: null, vpcId: null };
  return text.startsWith('pl-') ? { kind: 'prefix-list', id: text } : { kind: 'cidr', cidr: text };
}

/** A security group rule; ports are one number, `[from, to]`, or null for all. */
export function rule(
  id: string,
  groupId: string,
  direction: 'in' | 'out',
  protocol: string,
  ports: number | readonly [number, number] | null,
  other: string,
): SecurityGroupRule {
  const [fromPort, toPort] = span(ports);
  const egress = direction === 'out';
  return { id, groupId, egress, protocol, fromPort, toPort, peer: peer(other), description: null };
}

/** A network ACL entry: `entry(100, 'in', 'allow', '6', [1024, 65535], '10.0.0.0/16')`. */
export function entry(
  ruleNumber: number,
  direction: 'in' | 'out',
  action: 'allow' | 'deny',
  protocol: string,
  ports: number | readonly [number, number] | null,
  cidr: string,
): NetworkAclEntry {
  const [fromPort, toPort] = span(ports);
  return { ruleNumber, egress: direction === 'out', protocol, action, cidr, fromPort, toPort };
}

/** A network ACL of vpc-1 for these subnets. */
export function acl(id: string, subnetIds: readonly string[], entries: readonly NetworkAclEntry[]): NetworkAcl {
  return { id, vpcId: 'vpc-1', isDefault: false, subnetIds, entries };
}

/** An interface of an instance `i-NAME`, named `eni-NAME`, in vpc-1. */
export function networkInterface(
  name: string,
  subnetId: string,
  address: string,
  groups: readonly string[],
  ipv6Addresses: readonly string[] = [],
): NetworkInterface {
  return {
    id: `eni-${name}`,
    description: '',
    interfaceType: 'interface',
    vpcId: 'vpc-1',
    subnetId,
    zone: `zone-${subnetId.slice(-1)}`,
    status: 'in-use',
    groups,
    addresses: [{ address, primary: true, publicAddress: null }],
    ipv6Addresses,
    attachment: { instanceId: `i-${name}`, deviceIndex: 0 },
  };
}

/** A subnet of vpc-1 whose zone has its id's last letter. */
export function subnet(id: string, cidr: string, ipv6Cidrs: readonly string[] = []): Subnet {
  return { id, name: null, vpcId: 'vpc-1', zone: `zone-${id.slice(-1)}`, cidr, ipv6Cidrs, availableAddresses: 200 };
}

/** Entries of a network ACL that lets everything pass. */
export function openEntries(): NetworkAclEntry[] {
  return (['in', 'out'] as const).flatMap((direction) => [
    entry(100, direction, 'allow', '-1', null, '0.0.0.0/0'),
    entry(101, direction, 'allow', '-1', null, '::/0'),
    entry(32767, direction, 'deny', '-1', null, '0.0.0.0/0'),
    entry(32768, direction, 'deny', '-1', null, '::/0'),
  ]);
}

/**
 * One VPC where everything passes: a load balancer's node (10.0.0.7, sg-lb) in subnet-lb-a, an application (10.0.1.5,
 * sg-app, port 8080) in subnet-app-a, its sibling (10.0.1.6) beside it.
 */
export function smallInventory(changes: Partial<Inventory> = {}): Inventory {
  return {
    ...unreadInventory('2026-01-01T00:00:00Z'),
    loadBalancers: [],
    targetGroups: known([]),
    listeners: {},
    rules: {},
    targetHealth: {},
    vpcs: known([{ id: 'vpc-1', name: null, cidrs: ['10.0.0.0/16'], ipv6Cidrs: ['2001:db8::/56'] }]),
    subnets: known([
      subnet('subnet-lb-a', '10.0.0.0/24', ['2001:db8::/64']),
      subnet('subnet-app-a', '10.0.1.0/24', ['2001:db8:0:1::/64']),
    ]),
    securityGroups: known(
      ['sg-lb', 'sg-app', 'sg-other', 'sg-empty'].map((id) => ({ id, name: id, vpcId: 'vpc-1', ownerId: '1' })),
    ),
    securityGroupRules: known([
      rule('sgr-lb-out', 'sg-lb', 'out', 'tcp', 8080, 'sg-app'),
      rule('sgr-app-in', 'sg-app', 'in', 'tcp', 8080, 'sg-lb'),
      rule('sgr-app-out', 'sg-app', 'out', '-1', null, '0.0.0.0/0'),
    ]),
    networkAcls: known([{ ...acl('acl-default', [], openEntries()), isDefault: true }]),
    routeTables: known([
      {
        id: 'rtb-main',
        vpcId: 'vpc-1',
        main: true,
        subnetIds: [],
        routes: [
          { destination: '10.0.0.0/16', target: 'local', state: 'active' },
          { destination: '2001:db8::/56', target: 'local', state: 'active' },
        ],
      },
    ]),
    networkInterfaces: known([
      networkInterface('node', 'subnet-lb-a', '10.0.0.7', ['sg-lb'], ['2001:db8::7']),
      networkInterface('app', 'subnet-app-a', '10.0.1.5', ['sg-app'], ['2001:db8:0:1::5']),
      networkInterface('sibling', 'subnet-app-a', '10.0.1.6', ['sg-app']),
    ]),
    instances: known([]),
    ...changes,
  };
}

function span(ports: number | readonly [number, number] | null): readonly [number | null, number | null] {
  if (ports === null) return [null, null];
  return typeof ports === 'number' ? [ports, ports] : ports;
}
