import type { World } from '../../../lab/world/world.ts';
import type { NetworkInterface, SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import { smallBalancing } from './small-balancing.ts';
import { smallSurroundings } from './small-surroundings.ts';

const REGION = 'eu-west-1';
const ACCOUNT = '111122223333';

/** A world with one of each: two VPCs' worth of nouns, two load balancers, three target groups. */
export function smallWorld(changes: Partial<World> = {}): World {
  const hosts = { draining: {}, declared: {}, hosts: [], probers: [], forbidden: [], unenforced: [] };
  return { ...network(), ...smallSurroundings(ACCOUNT), ...smallBalancing(), ...hosts, ...changes };
}

function network() {
  return {
    region: REGION,
    accountId: ACCOUNT,
    vpcs: [
      { id: 'vpc-1', name: 'shop', cidrs: ['10.0.0.0/16', '10.1.0.0/16'], ipv6Cidrs: ['2001:db8::/56'] },
      { id: 'vpc-2', name: null, cidrs: ['192.168.0.0/16'], ipv6Cidrs: [] },
    ],
    subnets: [
      ...['a', 'b', 'c'].map((zone, index) => ({
        id: `subnet-${zone}`,
        name: `shop ${zone} <public> & "more"`,
        vpcId: 'vpc-1',
        zone: `${REGION}${zone}`,
        cidr: `10.0.${index}.0/24`,
        ipv6Cidrs: index === 0 ? ['2001:db8::/64'] : [],
        availableAddresses: 250 - index,
      })),
      { ...subnetOfSecondVpc },
    ],
    securityGroups: [
      { id: 'sg-lb', name: 'load-balancer', vpcId: 'vpc-1', ownerId: ACCOUNT },
      { id: 'sg-web', name: 'web', vpcId: 'vpc-1', ownerId: ACCOUNT },
      { id: 'sg-empty', name: 'empty', vpcId: 'vpc-2', ownerId: ACCOUNT },
    ],
    securityGroupRules: rules,
    networkAcls: [
      {
        id: 'acl-default',
        vpcId: 'vpc-1',
        isDefault: true,
        subnetIds: [],
        entries: [entry(100, true, '-1'), entry(100, false, '-1')],
      },
      {
        id: 'acl-own',
        vpcId: 'vpc-1',
        isDefault: false,
        subnetIds: ['subnet-b'],
        entries: [
          { ...entry(200, false, 'tcp'), action: 'deny' as const, fromPort: 8080, toPort: 8090 },
          entry(100, false, '6'),
        ],
      },
      { id: 'acl-second', vpcId: 'vpc-2', isDefault: true, subnetIds: ['subnet-z'], entries: [] },
    ],
    routeTables: [
      {
        id: 'rtb-main',
        vpcId: 'vpc-1',
        main: true,
        subnetIds: ['subnet-c'],
        routes: [
          { destination: '10.0.0.0/16', target: 'local', state: 'active' as const },
          { destination: '0.0.0.0/0', target: 'nat-1', state: 'blackhole' as const },
          { destination: '::/0', target: 'eigw-1', state: 'active' as const },
          { destination: 'pl-1', target: 'vpce-1', state: 'active' as const },
          { destination: '172.16.0.0/12', target: 'pcx-1', state: 'active' as const },
          { destination: '172.32.0.0/16', target: 'tgw-1', state: 'active' as const },
          { destination: '172.33.0.0/16', target: 'eni-web', state: 'active' as const },
        ],
      },
    ],
    networkInterfaces: interfaces,
    instances: [
      instance('i-web', 'web', 'running', 'subnet-a', '10.0.0.10'),
      instance('i-gone', null, 'terminated', null, null),
    ],
  };
}

const subnetOfSecondVpc = {
  id: 'subnet-z',
  name: null,
  vpcId: 'vpc-2',
  zone: 'eu-west-1a',
  cidr: '192.168.0.0/24',
  ipv6Cidrs: [],
  availableAddresses: 1,
};

function entry(ruleNumber: number, egress: boolean, protocol: string) {
  return { ruleNumber, egress, protocol, action: 'allow' as const, cidr: '0.0.0.0/0', fromPort: null, toPort: null };
}

function rule(id: string, groupId: string, egress: boolean, peer: SecurityGroupRule['peer']): SecurityGroupRule {
  return { id, groupId, egress, protocol: 'tcp', fromPort: 8080, toPort: 8080, peer, description: `why ${id}` };
}

const rules: readonly SecurityGroupRule[] = [
  rule('sgr-1', 'sg-web', false, { kind: 'security-group', id: 'sg-lb', ownerId: null, vpcId: null }),
  rule('sgr-2', 'sg-web', false, { kind: 'cidr', cidr: '10.0.0.0/16' }),
  rule('sgr-3', 'sg-web', false, { kind: 'cidr', cidr: '2001:db8::/56' }),
  rule('sgr-4', 'sg-web', false, { kind: 'prefix-list', id: 'pl-1' }),
  {
    ...rule('sgr-5', 'sg-web', true, { kind: 'cidr', cidr: '0.0.0.0/0' }),
    protocol: '-1',
    fromPort: null,
    toPort: null,
  },
  { ...rule('sgr-6', 'sg-lb', true, { kind: 'cidr', cidr: '0.0.0.0/0' }), protocol: '6', fromPort: null, toPort: null },
  {
    ...rule('sgr-7', 'sg-lb', false, { kind: 'cidr', cidr: '0.0.0.0/0' }),
    fromPort: 443,
    toPort: 443,
    description: null,
  },
];

const web: NetworkInterface = {
  id: 'eni-web',
  description: '',
  interfaceType: 'interface',
  vpcId: 'vpc-1',
  subnetId: 'subnet-a',
  zone: 'eu-west-1a',
  status: 'in-use',
  groups: ['sg-web'],
  addresses: [
    { address: '10.0.0.10', primary: true, publicAddress: '203.0.113.10' },
    { address: '10.0.0.11', primary: false, publicAddress: null },
  ],
  ipv6Addresses: ['2001:db8::10'],
  attachment: { instanceId: 'i-web', deviceIndex: 0 },
};

const interfaces: readonly NetworkInterface[] = [
  web,
  node('eni-lb-a', 'subnet-a', '10.0.0.20', 'app/shop/0123456789abcdef'),
  node('eni-lb-b', 'subnet-b', '10.0.1.20', 'app/shop/0123456789abcdef'),
  { ...node('eni-nlb', 'subnet-a', '10.0.0.30', 'net/raw/1123456789abcdef'), interfaceType: 'network_load_balancer' },
  {
    ...web,
    id: 'eni-loose',
    groups: ['sg-gone'],
    addresses: [],
    ipv6Addresses: [],
    attachment: null,
    status: 'available',
  },
];

function node(id: string, subnetId: string, address: string, of: string): NetworkInterface {
  return {
    ...web,
    id,
    subnetId,
    description: `ELB ${of}`,
    groups: ['sg-lb'],
    addresses: [{ address, primary: true, publicAddress: null }],
    ipv6Addresses: [],
    attachment: { instanceId: null, deviceIndex: 1 },
  };
}

function instance(
  id: string,
  name: string | null,
  state: string,
  subnetId: string | null,
  primaryAddress: string | null,
) {
  return { id, name, state, vpcId: subnetId === null ? null : 'vpc-1', subnetId, primaryAddress };
}
