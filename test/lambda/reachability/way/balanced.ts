import { endpointsOf } from '../../../../lambda/endpoints/endpoints-of.ts';
import { vantagePointsOf } from '../../../../lambda/endpoints/vantage-points-of.ts';
import { known } from '../../../../lambda/model/fact.ts';
import type {
  Action,
  Inventory,
  LoadBalancer,
  NetworkInterface,
  Rule,
  SecurityGroupRule,
  TargetGroup,
} from '../../../../lambda/model/inventory.ts';
import type { WayJudgement } from '../../../../lambda/model/way.ts';
import { judgeWay } from '../../../../lambda/reachability/way/judge-way.ts';
import { parseDestination } from '../../../../lambda/reachability/way/parse-destination.ts';
import { sourcesOf } from '../../../../lambda/reachability/way/sources-of.ts';
import { networkInterface, rule, smallInventory, subnet } from '../small-inventory.ts';

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:1';
export const NLB = `${ARN}:loadbalancer/net/inner/1`;
export const ALB = `${ARN}:loadbalancer/app/web/2`;
export const LISTENER = `${ARN}:listener/net/inner/1/1`;
export const GROUP = `${ARN}:targetgroup/apps/1`;

/** What of the network load balancer `inner` and its group `apps` is to be otherwise. */
export type Situation = {
  readonly balancer?: Partial<LoadBalancer>;
  readonly group?: Partial<TargetGroup>;
  readonly attributes?: Record<string, string> | null;
  readonly actions?: readonly Action[];
  readonly rules?: readonly Rule[];
  /** `[id, port]` of each registered target. */
  readonly targets?: readonly (readonly [string, number])[];
  readonly lines?: readonly SecurityGroupRule[];
  readonly interfaces?: readonly NetworkInterface[];
  readonly changes?: Partial<Inventory>;
};

const group: TargetGroup = {
  arn: GROUP,
  name: 'apps',
  targetType: 'instance',
  protocol: 'TCP',
  port: 8080,
  vpcId: 'vpc-1',
  ipAddressType: 'ipv4',
  loadBalancerArns: [NLB],
  healthCheck: {
    enabled: true,
    protocol: 'TCP',
    port: 'traffic-port',
    path: null,
    matcher: null,
    intervalSeconds: 30,
    timeoutSeconds: 10,
    healthyThreshold: 3,
    unhealthyThreshold: 3,
  },
  attributes: known({}),
};

export function balancer(
  arn: string,
  name: string,
  type: LoadBalancer['type'],
  groups: readonly string[],
): LoadBalancer {
  return {
    arn,
    name,
    type,
    scheme: 'internal',
    state: 'active',
    stateReason: null,
    dnsName: `${name}.example.com`,
    vpcId: 'vpc-1',
    ipAddressType: 'ipv4',
    securityGroups: groups,
    zones: [
      { zone: 'zone-a', subnetId: 'subnet-lb-a' },
      { zone: 'zone-b', subnetId: 'subnet-lb-b' },
    ],
    attributes: known({ 'load_balancing.cross_zone.enabled': 'true' }),
  };
}

/** A load balancer's node: no instance holds its interface. */
export function node(name: string, arn: string, subnetId: string, address: string, groups: readonly string[]) {
  return {
    ...networkInterface(name, subnetId, address, groups),
    description: `ELB ${arn.split(':loadbalancer/')[1]}`,
    attachment: { instanceId: null, deviceIndex: 1 },
  };
}

const LINES = [
  rule('sgr-jump-out', 'sg-jump', 'out', '-1', null, '0.0.0.0/0'),
  rule('sgr-app-in', 'sg-app', 'in', 'tcp', 8080, '10.0.9.0/24'),
  rule('sgr-app-out', 'sg-app', 'out', '-1', null, '0.0.0.0/0'),
];

/**
 * A jump host (i-jump, 10.0.9.9) and the network load balancer `inner` without groups: nodes 10.0.0.7 and 10.0.2.7, TCP:80
 * on to `apps`, instances i-app (10.0.1.5, zone a) and i-bpp (10.0.3.5, zone b) on 8080. They admit 10.0.9.0/24.
 */
export function balanced(situation: Situation = {}): Inventory {
  const {
    targets = [
      ['i-app', 8080],
      ['i-bpp', 8080],
    ],
    attributes = {},
    lines = LINES,
  } = situation;
  const forward: Action = { type: 'forward', targetGroups: [{ arn: GROUP, weight: 1 }] };
  const { actions = [forward] } = situation;
  return smallInventory({
    loadBalancers: [{ ...balancer(NLB, 'inner', 'network', []), ...situation.balancer }],
    targetGroups: known([
      {
        ...group,
        attributes: attributes === null ? { known: false, kind: 'forbidden', reason: 'no' } : known(attributes),
        ...situation.group,
      },
    ]),
    listeners: {
      [NLB]: known([{ arn: LISTENER, loadBalancerArn: NLB, protocol: 'TCP', port: 80, defaultActions: actions }]),
    },
    rules: situation.rules === undefined ? {} : { [LISTENER]: known(situation.rules) },
    targetHealth: {
      [GROUP]: known(
        targets.map(([id, port]) => ({
          target: { id, port, zone: null },
          healthCheckPort: null,
          state: 'unhealthy',
          reason: 'Target.FailedHealthChecks',
          description: null,
        })),
      ),
    },
    subnets: known([
      subnet('subnet-lb-a', '10.0.0.0/24'),
      subnet('subnet-lb-b', '10.0.2.0/24'),
      subnet('subnet-app-a', '10.0.1.0/24'),
      subnet('subnet-app-b', '10.0.3.0/24'),
      subnet('subnet-jump-c', '10.0.9.0/24'),
    ]),
    securityGroups: known(
      ['sg-app', 'sg-jump', 'sg-nlb', 'sg-alb'].map((id) => ({ id, name: id, vpcId: 'vpc-1', ownerId: '1' })),
    ),
    securityGroupRules: known(lines),
    networkInterfaces: known([
      node('node-a', NLB, 'subnet-lb-a', '10.0.0.7', situation.balancer?.securityGroups ?? []),
      node('node-b', NLB, 'subnet-lb-b', '10.0.2.7', situation.balancer?.securityGroups ?? []),
      networkInterface('app', 'subnet-app-a', '10.0.1.5', ['sg-app']),
      networkInterface('bpp', 'subnet-app-b', '10.0.3.5', ['sg-app']),
      networkInterface('jump', 'subnet-jump-c', '10.0.9.9', ['sg-jump']),
      ...(situation.interfaces ?? []),
    ]),
    ...situation.changes,
  });
}

/** The rules that let the jump host out and through to the applications. */
export const openLines = LINES;

/** Judges a way, and fails where it could not be asked. */
export function wayOf(inventory: Inventory, from: string, to: string, sourcePort: number | null = null): WayJudgement {
  const places = inventory.loadBalancers.flatMap((one) => vantagePointsOf(inventory, one));
  const found = sourcesOf(inventory, from, places);
  const destination = parseDestination(to);
  if ('problem' in found) throw new Error(found.problem);
  if ('problem' in destination) throw new Error(destination.problem);
  const ground = { inventory, endpoints: endpointsOf(inventory), places };
  const judged = judgeWay(ground, { from, sources: found.sources, to: destination, sourcePort });
  if ('problem' in judged) throw new Error(judged.problem);
  return judged;
}
