import { endpointsOf } from '../../../lambda/endpoints/endpoints-of.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Instance, Inventory, LoadBalancer, TargetGroup, TargetHealth } from '../../../lambda/model/inventory.ts';
import { smallInventory } from '../reachability/small-inventory.ts';

/** The attribute that tells whether nodes send to other zones. */
export const CROSS_ZONE = 'load_balancing.cross_zone.enabled';
/** The target group's ARN. */
export const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/web/1';
/** A fact that was refused. */
export const unread = unknown('forbidden', 'access was denied', 'ec2:DescribeIt');

/** A Network Load Balancer in two zones, with cross-zone on. */
export const SHOP: LoadBalancer = {
  arn: 'arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/net/shop/0a1b',
  name: 'shop',
  type: 'network',
  scheme: 'internal',
  state: 'active',
  stateReason: null,
  dnsName: 'shop.elb.amazonaws.com',
  vpcId: 'vpc-1',
  ipAddressType: 'ipv4',
  securityGroups: ['sg-lb'],
  zones: [
    { zone: 'zone-a', subnetId: 'subnet-lb-a' },
    { zone: 'zone-b', subnetId: 'subnet-lb-b' },
  ],
  attributes: known({ [CROSS_ZONE]: 'true' }),
};

/** Its target group of instances on port 8080, checked where their traffic goes. */
export const WEB: TargetGroup = {
  arn: ARN,
  name: 'web',
  targetType: 'instance',
  protocol: 'HTTP',
  port: 8080,
  vpcId: 'vpc-1',
  ipAddressType: 'ipv4',
  loadBalancerArns: [SHOP.arn],
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

/** A registered target with what AWS says of it. */
export function health(
  id: string,
  more: { port?: number | null; zone?: string | null; check?: string | null; state?: string } = {},
): TargetHealth {
  const { port = 8080, zone = null, check = null, state = 'healthy' } = more;
  return { target: { id, port, zone }, healthCheckPort: check, state, reason: null, description: null };
}

/** An instance of which no network interface was read. */
export const MACHINE: Instance = {
  id: 'i-lonely',
  name: null,
  state: 'stopped',
  vpcId: 'vpc-1',
  subnetId: 'subnet-app-a',
  primaryAddress: '10.0.1.77',
};

/** The small inventory with changes, and the target group with these targets. */
export function grown(
  targets: readonly TargetHealth[],
  group: Partial<TargetGroup> = {},
  changes: Partial<Inventory> = {},
): Inventory {
  return smallInventory({
    loadBalancers: [SHOP],
    targetGroups: known([{ ...WEB, ...group }]),
    targetHealth: { [ARN]: known(targets) },
    ...changes,
  });
}

/** The endpoints of the same. */
export function cut(...given: Parameters<typeof grown>) {
  return endpointsOf(grown(...given));
}
