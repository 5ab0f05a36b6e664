import type { Endpoint, VantagePoint } from '../../../lambda/model/endpoint.ts';
import { known } from '../../../lambda/model/fact.ts';
import type { Inventory, LoadBalancer, SecurityGroupRule, TargetGroup } from '../../../lambda/model/inventory.ts';
import type { Outcome, ProbeResult } from '../../../lambda/model/probe-result.ts';
import { unreadInventory } from '../../../lambda/model/unread-inventory.ts';

const LB = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1';
const GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/2';
const LISTENER = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shop/1/3';
const ALL = { protocol: '-1', fromPort: null, toPort: null } as const;

/** When every check of the tests takes place. */
export const AT = '2026-03-01T12:00:00.000Z';

/**
 * An Application Load Balancer in two zones, `sg-lb`, listening on port 80 for its VPC, before one instance, `i-web` at
 * 10.0.10.5:8080, `sg-web`.
 */
export const world: Inventory = {
  ...unreadInventory(AT),
  loadBalancers: [
    {
      arn: LB,
      name: 'shop',
      type: 'application',
      scheme: 'internal',
      state: 'active',
      stateReason: null,
      dnsName: 'shop.example',
      vpcId: 'vpc-1',
      ipAddressType: 'ipv4',
      securityGroups: ['sg-lb'],
      zones: [
        { zone: 'eu-west-1a', subnetId: 'subnet-edge-a' },
        { zone: 'eu-west-1b', subnetId: 'subnet-edge-b' },
      ],
      attributes: known({}),
    },
  ],
  targetGroups: known([
    {
      arn: GROUP,
      name: 'web',
      targetType: 'instance',
      protocol: 'HTTP',
      port: 8080,
      vpcId: 'vpc-1',
      ipAddressType: 'ipv4',
      loadBalancerArns: [LB],
      healthCheck: {
        enabled: true,
        protocol: 'HTTP',
        port: 'traffic-port',
        path: '/',
        matcher: '200',
        intervalSeconds: 30,
        timeoutSeconds: 5,
        healthyThreshold: 5,
        unhealthyThreshold: 2,
      },
      attributes: known({}),
    },
  ]),
  listeners: {
    [LB]: known([
      {
        arn: LISTENER,
        loadBalancerArn: LB,
        protocol: 'HTTP',
        port: 80,
        defaultActions: [{ type: 'forward', targetGroups: [{ arn: GROUP, weight: 1 }] }],
      },
    ]),
  },
  rules: { [LISTENER]: known([]) },
  targetHealth: { [GROUP]: known([targetHealth('healthy')]) },
  vpcs: known([{ id: 'vpc-1', name: null, cidrs: ['10.0.0.0/16'], ipv6Cidrs: [] }]),
  subnets: known([
    subnet('subnet-edge-a', 'eu-west-1a', '10.0.0.0/24'),
    subnet('subnet-edge-b', 'eu-west-1b', '10.0.1.0/24'),
    subnet('subnet-app', 'eu-west-1a', '10.0.10.0/24'),
  ]),
  securityGroups: known(['sg-lb', 'sg-web'].map((id) => ({ id, name: id, vpcId: 'vpc-1', ownerId: '123456789012' }))),
  securityGroupRules: known([
    {
      ...{ id: 'sgr-lb-in', groupId: 'sg-lb', egress: false, protocol: 'tcp', fromPort: 80, toPort: 80 },
      ...{ peer: { kind: 'cidr', cidr: '10.0.0.0/16' }, description: null },
    },
    rule('sgr-lb-out', 'sg-lb', true, { protocol: 'tcp', fromPort: 8080, toPort: 8080 }, 'sg-web'),
    rule('sgr-web-in', 'sg-web', false, { protocol: 'tcp', fromPort: 8080, toPort: 8080 }, 'sg-lb'),
  ]),
  networkAcls: known([
    {
      id: 'acl-app',
      vpcId: 'vpc-1',
      isDefault: false,
      subnetIds: ['subnet-app'],
      entries: [allow(100, false), allow(100, true)],
    },
    { id: 'acl-edge', vpcId: 'vpc-1', isDefault: true, subnetIds: [], entries: [allow(100, false), allow(100, true)] },
  ]),
  routeTables: known([
    {
      id: 'rtb-1',
      vpcId: 'vpc-1',
      main: true,
      subnetIds: [],
      routes: [{ destination: '10.0.0.0/16', target: 'local', state: 'active' }],
    },
  ]),
  networkInterfaces: known([
    {
      id: 'eni-web',
      description: '',
      interfaceType: 'interface',
      vpcId: 'vpc-1',
      subnetId: 'subnet-app',
      zone: 'eu-west-1a',
      status: 'in-use',
      groups: ['sg-web'],
      addresses: [{ address: '10.0.10.5', primary: true, publicAddress: null }],
      ipv6Addresses: [],
      attachment: { instanceId: 'i-web', deviceIndex: 0 },
    },
  ]),
  instances: known([]),
  staleSecurityGroups: known([]),
  internetGateways: known([]),
};

/** The load balancer's places, one per zone. */
export const places: readonly VantagePoint[] = [
  place('shop@eu-west-1a', 'eu-west-1a', 'subnet-edge-a', '10.0.0.7'),
  place('shop@eu-west-1b', 'eu-west-1b', 'subnet-edge-b', '10.0.1.7'),
];

/** A machine outside every subnet that was read. */
export const laptop: VantagePoint = {
  id: 'local',
  identity: 'local',
  loadBalancer: null,
  subnetId: null,
  zone: null,
  securityGroups: [],
  addresses: ['192.168.1.20'],
};

export const endpoint: Endpoint = {
  id: `${GROUP}/i-web:8080/traffic:8080`,
  loadBalancer: LB,
  targetGroup: GROUP,
  watch: null,
  target: { id: 'i-web', port: 8080, zone: null },
  address: '10.0.10.5',
  addressUnknown: null,
  port: 8080,
  protocol: 'tcp',
  purpose: 'traffic',
  vantagePoints: places.map(({ id }) => id),
};

/** The world with the load balancer's word on its one target. */
export function saying(inventory: Inventory, state: string, reason: string | null = null): Inventory {
  return { ...inventory, targetHealth: { [GROUP]: known([targetHealth(state, reason)]) } };
}

/** One result of dialling the endpoint. */
export function seen(vantagePoint: VantagePoint, outcome: Outcome, errno: string | null = null): ProbeResult {
  const detail = outcome === 'inconclusive' ? 'the reason in words' : null;
  const { id, zone } = vantagePoint;
  return {
    ...{ endpoint: endpoint.id, vantagePoint: id, zone, outcome, errno, detail },
    elapsedMs: 1,
    attempts: 1,
    at: AT,
  };
}

/** The same outcome from every place of the load balancer. */
export function seenEverywhere(outcome: Outcome, errno: string | null = null): readonly ProbeResult[] {
  return places.map((one) => seen(one, outcome, errno));
}

/** The target's group admits the load balancer on port 80 only. */
export const ingressDenied: Inventory = withRule(
  rule('sgr-web-in', 'sg-web', false, { protocol: 'tcp', fromPort: 80, toPort: 80 }, 'sg-lb'),
);

/** The load balancer's group may send to port 80 only. */
export const egressDenied: Inventory = withRule(
  rule('sgr-lb-out', 'sg-lb', true, { protocol: 'tcp', fromPort: 80, toPort: 80 }, 'sg-web'),
);

/** Entry 90 of the target's subnet lets no answer out to the ephemeral ports of `cidr`. */
export function answerDenied(cidr = '0.0.0.0/0', ruleNumber = 90): Inventory {
  const deny = {
    ruleNumber,
    egress: true,
    protocol: '6',
    action: 'deny',
    cidr,
    fromPort: 1024,
    toPort: 65_535,
  } as const;
  const networkAcls = world.networkAcls.known ? world.networkAcls.value : [];
  return {
    ...world,
    networkAcls: known(networkAcls.map((acl) => (acl.isDefault ? acl : { ...acl, entries: [...acl.entries, deny] }))),
  };
}

/** The world with the load balancer or the target group changed. */
export function changed(loadBalancer: Partial<LoadBalancer>, targetGroup: Partial<TargetGroup> = {}): Inventory {
  const groups = world.targetGroups.known ? world.targetGroups.value : [];
  return {
    ...world,
    loadBalancers: world.loadBalancers.map((one) => ({ ...one, ...loadBalancer })),
    targetGroups: known(groups.map((one) => ({ ...one, ...targetGroup }))),
  };
}

function withRule(changed: SecurityGroupRule): Inventory {
  const rules = world.securityGroupRules.known ? world.securityGroupRules.value : [];
  return { ...world, securityGroupRules: known([...rules.filter(({ id }) => id !== changed.id), changed]) };
}

function targetHealth(state: string, reason: string | null = null) {
  return {
    target: { id: 'i-web', port: 8080, zone: null },
    healthCheckPort: '8080',
    state,
    reason,
    description: null,
  };
}

function subnet(id: string, zone: string, cidr: string) {
  return { id, name: null, vpcId: 'vpc-1', zone, cidr, ipv6Cidrs: [], availableAddresses: 200 };
}

function rule(
  id: string,
  groupId: string,
  egress: boolean,
  traffic: Pick<SecurityGroupRule, 'protocol' | 'fromPort' | 'toPort'>,
  peer: string,
): SecurityGroupRule {
  const other = { kind: 'security-group', id: peer, ownerId: null, vpcId: 'vpc-1' } as const;
  return { id, groupId, egress, ...traffic, peer: other, description: null };
}

function allow(ruleNumber: number, egress: boolean) {
  return { ruleNumber, egress, action: 'allow', cidr: '0.0.0.0/0', ...ALL } as const;
}

function place(id: string, zone: string, subnetId: string, address: string): VantagePoint {
  return {
    ...{ id, identity: 'load-balancer', loadBalancer: LB, subnetId, zone },
    securityGroups: ['sg-lb'],
    addresses: [address],
  };
}
