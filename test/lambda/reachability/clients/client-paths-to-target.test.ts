import { expect, it } from 'vitest';
import type { Endpoint } from '../../../../lambda/model/endpoint.ts';
import type { Declared } from '../../../../lambda/model/evidence.ts';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type {
  Inventory,
  LoadBalancer,
  NetworkInterface,
  SecurityGroupRule,
  TargetGroup,
} from '../../../../lambda/model/inventory.ts';
import { clientPathsToTarget } from '../../../../lambda/reachability/clients/client-paths-to-target.ts';
import { proberNames } from '../../../../lib/prober-names.ts';
import { acl, entry, networkInterface, openEntries, rule, smallInventory } from '../small-inventory.ts';
import { balancer as anyBalancer, office } from './balancer.ts';

const balancer: LoadBalancer = {
  ...anyBalancer,
  arn: 'arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/net/lb/1',
};

const endpoint: Endpoint = {
  id: 'endpoint',
  loadBalancer: balancer.arn,
  targetGroup: 'arn:group',
  watch: null,
  target: { id: '10.0.1.5', port: 8080, zone: null },
  address: '10.0.1.5',
  addressUnknown: null,
  port: 8080,
  protocol: 'tcp',
  purpose: 'traffic',
  vantagePoints: ['lb@zone-a'],
};
const group: TargetGroup = {
  arn: 'arn:group',
  name: 'app',
  targetType: 'ip',
  protocol: 'TCP',
  port: 8080,
  vpcId: 'vpc-1',
  ipAddressType: 'ipv4',
  loadBalancerArns: [balancer.arn],
  healthCheck: {
    ...{ enabled: true, protocol: 'TCP', port: 'traffic-port', path: null, matcher: null },
    ...{ intervalSeconds: 30, timeoutSeconds: 5, healthyThreshold: 5, unhealthyThreshold: 2 },
  },
  attributes: known({ 'preserve_client_ip.enabled': 'true' }),
};
const NODES = '10.0.0.0/24';

type Situation = {
  readonly rules?: readonly SecurityGroupRule[];
  readonly changes?: Partial<Inventory>;
  readonly balancer?: Partial<LoadBalancer>;
  readonly group?: Partial<TargetGroup>;
  readonly endpoint?: Partial<Endpoint>;
  readonly declared?: Declared;
};

function pathsOf({ rules = [], changes, declared, ...other }: Situation) {
  const inventory = smallInventory({ securityGroupRules: known(rules), ...changes });
  return clientPathsToTarget(inventory, {
    endpoint: { ...endpoint, ...other.endpoint },
    loadBalancer: { ...balancer, type: 'network', securityGroups: [], ...other.balancer },
    targetGroup: { ...group, ...other.group },
    declared: declared ?? null,
  });
}

const from = (...peers: readonly string[]) => ({
  rules: peers.map((peer, index) => rule(`sgr-${index}`, 'sg-app', 'in', 'tcp', 8080, peer)),
});
const declared = (...clients: readonly string[]): { declared: Declared } => ({ declared: { ports: [], clients } });
const grouped = { balancer: { securityGroups: ['sg-lb'] } };
/** The node, the application, and who else stands in the node's subnet. */
const standing = (...others: readonly string[]) => ({
  changes: {
    networkInterfaces: known([
      { ...networkInterface('node', 'subnet-lb-a', '10.0.0.7', []), description: 'ELB net/lb/1' },
      networkInterface('app', 'subnet-app-a', '10.0.1.5', ['sg-app']),
      ...others.map((address) => networkInterface('other', 'subnet-lb-a', address, ['sg-other'])),
    ]),
  },
});

/** The same with one interface of this kind beside the node. */
const besideNode = (kind: Partial<NetworkInterface>) => {
  const { networkInterfaces } = standing('10.0.0.50').changes;
  return {
    changes: {
      networkInterfaces: known(
        networkInterfaces.value.map((one) => (one.id === 'eni-other' ? { ...one, ...kind } : one)),
      ),
    },
  };
};
const lambdaInterface = (functionName: string) => ({
  interfaceType: 'lambda',
  description: `AWS Lambda VPC ENI-${functionName}-5d0f4c5e-1f7a-4b9c-8c39-0a9e9f3d2b11`,
});

it.each<readonly [string, Situation, string]>([
  ['its clients', { ...from(office), ...declared(office) }, 'allow'],
  ['the nodes’ subnet alone', { ...from(NODES), ...declared(office) }, 'deny'],
  ['the nodes’ subnet alone, and nobody else stands there', { ...from(NODES), ...standing() }, 'deny'],
  ['the nodes’ subnet alone, where others stand, too', { ...from(NODES), ...standing('10.0.0.50') }, 'allow'],
  [
    'the nodes’ subnet alone, where a function stands, too',
    { ...from(NODES), ...besideNode(lambdaInterface('shop-prober-report')) },
    'allow',
  ],
  ...[
    lambdaInterface(proberNames('doctor').of('subnet-lb-a sg-lb')),
    { description: 'ELB app/other/1' },
    ...['nat_gateway', 'transit_gateway', 'vpc_endpoint', 'network_load_balancer'].map((interfaceType) => ({
      interfaceType,
    })),
  ].map(
    (kind) =>
      [
        `the nodes’ subnet alone, beside no client: ${Object.values(kind)[0]}`,
        { ...from(NODES), ...besideNode(kind) },
        'deny',
      ] as const,
  ),
  ['the node alone, beside others', { ...from('10.0.0.7/32'), ...standing('10.0.0.50') }, 'deny'],
  [
    'the nodes’ subnet alone, beside others, and the internet is meant',
    { ...from(NODES), ...standing('10.0.0.50'), balancer: { scheme: 'internet-facing' } },
    'deny',
  ],
  [
    'the nodes’ subnet alone, beside others, and other clients are declared',
    { ...from(NODES), ...standing('10.0.0.50'), ...declared(office) },
    'deny',
  ],
  ['the nodes’ subnet alone, where the clients stand there', { ...from(NODES), ...declared(NODES) }, 'allow'],
  [
    'the nodes’ subnet alone, where some clients may stand there',
    { ...from(NODES), ...declared('10.0.0.0/16') },
    'deny',
  ],
  ['the whole VPC', from('10.0.0.0/16'), 'allow'],
  [
    'the whole VPC, and the internet is meant',
    { ...from('10.0.0.0/16'), balancer: { scheme: 'internet-facing' } },
    'deny',
  ],
  [
    'the load balancer’s group, which stands for its clients',
    { ...from('sg-lb'), ...grouped, ...declared(office) },
    'allow',
  ],
  ['the clients’ own group, which does not count', { ...from(NODES, 'sg-other'), ...grouped, ...standing() }, 'deny'],
  ['nobody knows whom', { changes: { securityGroupRules: unknown('forbidden', 'no') } }, 'unknown'],
  ['nobody knows by which groups', { changes: { networkInterfaces: unknown('forbidden', 'no') } }, 'unknown'],
])('the target’s group admits %s', (_, situation, decision) => {
  const paths = pathsOf(situation);
  const hops = paths.known ? paths.value.flatMap((path) => path.hops) : [];
  expect(hops.filter(({ kind }) => kind === 'security-group-ingress').map((hop) => hop.decision)).toEqual([decision]);
});

it.each<readonly [string, Situation, readonly string[]]>([
  [
    'all of it',
    {},
    ['network-acl-ingress allow', 'security-group-ingress allow', 'network-acl-egress allow', 'route allow'],
  ],
  [
    'an ACL that denies requests of the clients',
    {
      changes: {
        networkAcls: known([
          acl('acl-app', ['subnet-app-a'], [entry(90, 'in', 'deny', '6', 8080, office), ...openEntries()]),
        ]),
      },
    },
    ['network-acl-ingress deny', 'security-group-ingress allow', 'network-acl-egress allow', 'route allow'],
  ],
  [
    'nothing but the group, in the node’s own subnet',
    { balancer: { zones: [{ zone: 'zone-a', subnetId: 'subnet-app-a' }] } },
    ['security-group-ingress allow'],
  ],
])('clients meet %s', (_, situation, expected) => {
  const paths = pathsOf({ ...from(office), ...declared(office), ...situation });
  const hops = paths.known ? paths.value.flatMap((path) => path.hops) : [];
  expect(hops.map(({ kind, decision }) => `${kind} ${decision}`)).toEqual(expected);
});

it.each<readonly [string, Situation, object]>([
  [
    'where addresses are not preserved',
    { group: { attributes: known({ 'preserve_client_ip.enabled': 'false' }) } },
    known([]),
  ],
  ['by default for addresses', { group: { attributes: known({}) } }, known([])],
  ['behind an Application Load Balancer', { balancer: { type: 'application' } }, known([])],
  ['at a health check’s own port', { endpoint: { purpose: 'health-check' } }, known([])],
  ['at a registered load balancer', { group: { targetType: 'alb' } }, known([])],
  ['where the address is not known', { endpoint: { address: null } }, known([])],
  ['from zones that do not send to it', { endpoint: { vantagePoints: ['lb@zone-b'] } }, known([])],
  ['of IPv6 to a target of IPv6 behind an IPv4 load balancer', { endpoint: { address: '2001:db8:0:1::5' } }, known([])],
  [
    'that can be told without the attributes',
    { group: { attributes: unknown('forbidden', 'no') } },
    { known: false, reason: 'the attributes of target group app are not known: no' },
  ],
  ['that can be told where what is declared is no range', declared('office'), { known: false }],
])('no way %s', (_, situation, expected) => {
  expect(pathsOf(situation)).toMatchObject(expected);
});

it('is told from each zone that sends to it, by default for instances', () => {
  const zones = [...balancer.zones, { zone: 'zone-b', subnetId: 'subnet-lb-b' }];
  const paths = pathsOf({
    ...from(office),
    ...declared(office),
    balancer: { zones },
    endpoint: { vantagePoints: ['lb@zone-a', 'lb@zone-b'] },
    group: { targetType: 'instance', attributes: known({}) },
  });
  expect(paths.known && paths.value.map(({ zone, port, clients, admit }) => [zone, port, clients, admit])).toEqual([
    ['zone-a', 8080, office, [office]],
    ['zone-b', 8080, office, [office]],
  ]);
});
