import type { World } from '../../../lab/world/world.ts';
import { arns } from './arns.ts';

/** The small world's load balancing. */
export function smallBalancing() {
  return {
    loadBalancers: [
      loadBalancer(arns.loadBalancer, 'shop', 'application', ['sg-lb']),
      loadBalancer(arns.network, 'raw', 'network', []),
    ],
    listeners: [
      {
        arn: arns.listener,
        loadBalancerArn: arns.loadBalancer,
        protocol: 'HTTP',
        port: 80,
        defaultActions: [{ type: 'fixed-response', targetGroups: [] }],
      },
      {
        arn: arns.networkListener,
        loadBalancerArn: arns.network,
        protocol: 'TCP',
        port: 9000,
        defaultActions: [{ type: 'forward', targetGroups: [{ arn: arns.idle, weight: 1 }] }],
      },
    ],
    rules: [
      {
        arn: arns.rule,
        listenerArn: arns.listener,
        priority: '10',
        conditions: ['path-pattern=/shop/*', 'host-header=shop.example'],
        actions: [
          {
            type: 'forward',
            targetGroups: [
              { arn: arns.web, weight: 9 },
              { arn: arns.idle, weight: 0 },
            ],
          },
        ],
      },
    ],
    targetGroups: [
      targetGroup(arns.web, 'web', 8080, [arns.loadBalancer]),
      targetGroup(arns.idle, 'idle', 9000, []),
      {
        ...targetGroup(arns.function, 'function', 1, []),
        targetType: 'lambda' as const,
        protocol: null,
        port: null,
        vpcId: null,
      },
    ],
    registrations: {
      [arns.web]: [
        { id: 'i-web', port: 8080, zone: null },
        { id: 'i-web', port: null, zone: null },
        { id: 'i-web', port: 8081, zone: 'eu-west-1a' },
      ],
    },
  };
}

function loadBalancer(
  arn: string,
  name: string,
  type: 'application' | 'network',
  securityGroups: readonly string[],
): World['loadBalancers'][number] {
  return {
    arn,
    name,
    type,
    scheme: 'internal',
    state: 'active',
    stateReason: null,
    dnsName: `${name}.eu-west-1.elb.example`,
    vpcId: 'vpc-1',
    ipAddressType: 'ipv4',
    securityGroups,
    zones: [
      { zone: 'eu-west-1a', subnetId: 'subnet-a' },
      { zone: 'eu-west-1b', subnetId: 'subnet-b' },
    ],
    attributes: { 'load_balancing.cross_zone.enabled': 'true' },
  };
}

function targetGroup(
  arn: string,
  name: string,
  port: number,
  loadBalancerArns: readonly string[],
): World['targetGroups'][number] {
  return {
    arn,
    name,
    targetType: 'instance',
    protocol: 'HTTP',
    port,
    vpcId: 'vpc-1',
    ipAddressType: 'ipv4',
    loadBalancerArns,
    healthCheck: {
      enabled: true,
      protocol: 'HTTP',
      port: 'traffic-port',
      path: '/health',
      matcher: '200-299',
      intervalSeconds: 15,
      timeoutSeconds: 5,
      healthyThreshold: 3,
      unhealthyThreshold: 2,
    },
    attributes: { 'deregistration_delay.timeout_seconds': '300', 'stickiness.enabled': 'false' },
  };
}
