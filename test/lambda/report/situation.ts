import type { Diagnosis, Finding } from '../../../lambda/model/diagnosis.ts';
import type { VantagePoint } from '../../../lambda/model/endpoint.ts';
import type { EndpointEvidence } from '../../../lambda/model/evidence.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Decision, Hop } from '../../../lambda/model/flow.ts';
import type { Inventory, LoadBalancer, TargetGroup } from '../../../lambda/model/inventory.ts';
import type { Outcome, ProbeResult } from '../../../lambda/model/probe-result.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { unreadInventory } from '../../../lambda/model/unread-inventory.ts';
import type { Judged } from '../../../lambda/report/report-of.ts';
import { reportOf } from '../../../lambda/report/report-of.ts';

export const AT = '2026-03-01T02:14:09.000Z';
const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333';

const loadBalancer: LoadBalancer = {
  arn: `${ARN}:loadbalancer/app/shop-web/50dc6c495c0c9188`,
  name: 'shop-web',
  type: 'application',
  scheme: 'internet-facing',
  state: 'active',
  stateReason: null,
  dnsName: 'shop-web-1.eu-west-1.elb.amazonaws.com',
  vpcId: 'vpc-1',
  ipAddressType: 'ipv4',
  securityGroups: ['sg-0lb'],
  zones: [
    { zone: 'eu-west-1a', subnetId: 'subnet-a' },
    { zone: 'eu-west-1b', subnetId: 'subnet-b' },
  ],
  attributes: known({}),
};

const targetGroup: TargetGroup = {
  arn: `${ARN}:targetgroup/web/6d0ecf831eec9f09`,
  name: 'web',
  targetType: 'instance',
  protocol: 'HTTP',
  port: 8080,
  vpcId: 'vpc-1',
  ipAddressType: 'ipv4',
  loadBalancerArns: [loadBalancer.arn],
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
};

/** Two targets behind one load balancer in two zones, everything read. */
export const inventory: Inventory = {
  ...unreadInventory('2026-03-01T02:14:08.000Z'),
  loadBalancers: [loadBalancer],
  targetGroups: known([targetGroup]),
  listeners: { [loadBalancer.arn]: known([]) },
  rules: {},
  targetHealth: { [targetGroup.arn]: known([]) },
  vpcs: known([]),
  subnets: known([]),
  securityGroups: known([]),
  securityGroupRules: known([]),
  networkAcls: known([]),
  routeTables: known([]),
  networkInterfaces: known([]),
  instances: known([instance('i-0a11', 'web-1', '10.0.1.5'), instance('i-0b22', 'web-2', '10.0.2.5')]),
};

function instance(id: string, name: string, primaryAddress: string) {
  return { id, name, state: 'running', vpcId: 'vpc-1', subnetId: 'subnet-a', primaryAddress };
}

export const places: readonly VantagePoint[] = ['a', 'b'].map((letter) => ({
  id: `shop-web@eu-west-1${letter}`,
  identity: 'load-balancer',
  loadBalancer: loadBalancer.arn,
  subnetId: `subnet-${letter}`,
  zone: `eu-west-1${letter}`,
  securityGroups: ['sg-0lb'],
  addresses: [],
}));

/** This machine, outside every subnet. */
export const outside: VantagePoint = {
  id: 'local',
  identity: 'local',
  loadBalancer: null,
  subnetId: null,
  zone: null,
  securityGroups: [],
  addresses: [],
};

/** What is to be said of one target; what is left out is healthy, dialled from both zones, and its path admitted. */
export type Told = {
  readonly target?: 'i-0a11' | 'i-0b22';
  /** One outcome per place, or null when nothing was dialled. */
  readonly outcomes?: readonly Outcome[] | null;
  readonly from?: readonly VantagePoint[];
  /** State and reason, or null when the word could not be read. */
  readonly word?: readonly [state: string, reason: string | null] | null;
  readonly settled?: boolean;
  /** Why a place could not dial. */
  readonly detail?: string | null;
  readonly path?: Decision | null;
  readonly address?: string | null;
  readonly unjudged?: string;
  readonly diagnosis?: Partial<Diagnosis>;
};

export function judged(told: Told = {}): Judged & { readonly evidence: EndpointEvidence } {
  const { target = 'i-0a11', diagnosis, address = target === 'i-0a11' ? '10.0.1.5' : '10.0.2.5' } = told;
  const evidence: EndpointEvidence = {
    subject: 'endpoint',
    endpoint: {
      id: `web/${target}/8080/traffic`,
      loadBalancer: loadBalancer.arn,
      targetGroup: targetGroup.arn,
      watch: null,
      target: { id: target, port: 8080, zone: null },
      address,
      addressUnknown: address === null ? 'the caller may not call ec2:DescribeInstances' : null,
      port: 8080,
      protocol: 'tcp',
      purpose: 'traffic',
      vantagePoints: places.map(({ id }) => id),
    },
    caller: loadBalancer,
    loadBalancer,
    targetGroup,
    symptoms: [],
    vantagePoints: places,
    aclTraffic: { ranges: [], dialledPorts: [8080], clients: [], servedPorts: [] },
    at: AT,
    unjudged: told.unjudged ?? null,
    facts: {
      probes: probesOf(told),
      trafficProbes: probesOf(told),
      paths: pathsOf(told),
      loadBalancerWord: wordOf(told),
      networkAcls: known([]),
      securityGroups: known([]),
      securityGroupRules: known([]),
      staleSecurityGroups: known([]),
      subnets: known([]),
      routeTables: known([]),
      targetZone: known(null),
      zonesWithoutTarget: known([]),
      proberPaths: known([]),
      targetInstance: known(null),
      addressHolder: known(null),
      clientPaths: known([]),
    },
  };
  return {
    evidence,
    diagnosis: {
      symptom: null,
      since: null,
      lastWell: null,
      leading: null,
      others: [],
      inconclusive: [],
      ...diagnosis,
    },
  };
}

function probesOf({
  outcomes = ['connected', 'connected'],
  from = places,
  detail = 'too many\nopen files',
}: Told): EndpointEvidence['facts']['probes'] {
  if (outcomes === null) return unknown('not-asked', 'nothing was dialled');
  return known(
    outcomes.map(
      (outcome, index): ProbeResult => ({
        endpoint: 'e',
        vantagePoint: from[index]?.id ?? 'nowhere',
        zone: from[index]?.zone ?? null,
        outcome,
        errno: outcome === 'refused' ? 'ECONNREFUSED' : null,
        detail: outcome === 'inconclusive' ? detail : null,
        elapsedMs: 12,
        attempts: 1,
        at: AT,
      }),
    ),
  );
}

function pathsOf({ path = 'allow' }: Told): EndpointEvidence['facts']['paths'] {
  if (path === null) return unknown('not-asked', 'no path could be judged');
  const hop: Hop = {
    kind: 'network-acl-egress',
    resource: 'acl-1',
    decision: path,
    why: 'the network ACLs could not be read',
  };
  const end = { cidr: '10.0.0.0/24', subnetId: null, interfaceId: null, securityGroups: null };
  const flow = {
    source: end,
    destination: end,
    protocol: 'tcp',
    port: 8080,
    sourcePorts: { from: 1024, to: 65535 },
  } as const;
  return known(
    places.map((vantagePoint) => ({
      vantagePoint,
      path: { flow, verdict: path, forward: [hop], return: [], blockers: [] },
    })),
  );
}

function wordOf({ word = ['healthy', null], settled = true }: Told): EndpointEvidence['facts']['loadBalancerWord'] {
  if (word === null) return unknown('forbidden', 'the caller may not ask', 'elasticloadbalancing:DescribeTargetHealth');
  return known({ state: word[0], reason: word[1], settled });
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    code: 'target-security-group-blocks-load-balancer',
    title: "The target's security groups do not admit the load balancer",
    kind: 'cause',
    subject: 'endpoint',
    resource: 'i-0a11',
    component: 'target-security-group',
    certainty: 'certain',
    zones: null,
    culprit: { resource: 'sg-0target', line: 'sgr-0123', value: 'tcp 80 from sg-0lb' },
    facts: [{ name: 'path', value: 'deny' }],
    why: 'No rule of sg-0target admits sg-0lb on tcp 8080; rule sgr-0123 admits it on 80, not on 8080.',
    fix: {
      summary: 'Admit sg-0lb to sg-0target on tcp 8080.',
      commands: [
        "aws ec2 authorize-security-group-ingress --group-id sg-0target --ip-permissions 'IpProtocol=tcp,FromPort=8080,ToPort=8080,UserIdGroupPairs=[{GroupId=sg-0lb}]'",
      ],
      cdk: 'service.connections.allowFrom(loadBalancer, Port.tcp(8080))',
      confirm: 'Within a minute both targets connect and turn healthy.',
      verified: true,
    },
    since: '2026-03-01T02:11:00.000Z',
    changedBy: null,
    impact: null,
    see: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html'],
    ...changes,
  };
}

export function reported(all: readonly Judged[], changes: Partial<Parameters<typeof reportOf>[0]> = {}): Report {
  return reportOf({
    inventory,
    judged: all,
    vantagePoints: places,
    trigger: { kind: 'cli', detail: null },
    checkedAt: AT,
    cost: { apiCalls: { 'ec2:DescribeSubnets': 1, 'ec2:DescribeInstances': 2 }, probes: 4, elapsedMs: 812 },
    ...changes,
  });
}
