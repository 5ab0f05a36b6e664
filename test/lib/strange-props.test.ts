import type { Stack } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer, CfnLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { expect, it } from 'vitest';
import { OriginDoctor } from '../../lib/origin-doctor.ts';
import type { OriginDoctorProps } from '../../lib/origin-doctor-props.ts';
import { alb, emptyStack, orders, ordersWatch } from './doctor-stack.ts';
import { messageOf } from './message-of.ts';

const attributes = { loadBalancerArn: alb.arn, securityGroupId: 'sg-0a44444444444444a' };

function placed(stack: Stack) {
  const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: alb.vpcId, availabilityZones: ['a'] });
  return ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(stack, 'Alb', { ...attributes, vpc });
}

/** What TypeScript lets nobody write, plain JavaScript does. */
function untyped<T>(value: unknown): T {
  return value as T;
}

type Props = Partial<OriginDoctorProps>;

it.each<[string, (stack: Stack) => Props, readonly string[]]>([
  [
    'a range twice',
    () => ({ dialable: { addresses: ['10.0.0.0/16', '10.1.0.0/16', '10.0.0.0/16'] } }),
    ['dialable.addresses is "10.0.0.0/16"', 'each range once'],
  ],
  [
    'a range twice, written otherwise',
    () => ({ dialable: { addresses: ['fd12:3456::/64', 'FD12:3456:0:0::0/64'] } }),
    ['dialable.addresses is "FD12:3456:0:0::0/64"', 'each range once'],
  ],
  [
    'a range that begins within itself',
    () => ({ dialable: { addresses: ['10.0.3.7/16'] } }),
    ['dialable.addresses is "10.0.3.7/16"', 'first address'],
  ],
  [
    'a range of the VPC that begins within itself',
    () => ({ loadBalancers: [{ ...alb, vpcCidrs: ['fd12:3456::1/64'] }] }),
    ['loadBalancers[0].vpcCidrs is "fd12:3456::1/64"', 'first address'],
  ],
  [
    'a watch of this host',
    () => ({ watches: [ordersWatch({ to: { host: '127.0.0.1', port: 5432 } })] }),
    [
      'watch "orders-to-database": to.host is "127.0.0.1"; allowed is one outside 127.0.0.0/8, which probers never dial',
    ],
  ],
  [
    'a watch of the metadata service, though a range holds it',
    () => ({
      dialable: { addresses: ['169.0.0.0/8'] },
      watches: [ordersWatch({ to: { host: '169.254.169.254', port: 80 } })],
    }),
    ['to.host is "169.254.169.254"', 'one outside 169.254.0.0/16'],
  ],
  [
    'a watch of this host in IPv6',
    () => ({ dialable: { addresses: ['fd00::/8'] }, watches: [ordersWatch({ to: { host: '::1', port: 80 } })] }),
    ['to.host is "::1"', 'one outside ::1/128'],
  ],
  [
    'a bus of another Region',
    (stack) => ({
      eventBus: EventBus.fromEventBusArn(stack, 'Bus', 'arn:aws:events:us-east-1:111122223333:event-bus/ops'),
    }),
    ['eventBus is "one of us-east-1"', "one of the stack's Region (eu-central-1)"],
  ],
  [
    'another VPC than the load balancer has',
    (stack) => ({ loadBalancers: [{ loadBalancer: placed(stack), vpcId: 'vpc-0b', subnets: alb.subnets }] }),
    ['loadBalancers[0].vpcId is "vpc-0b"', `that of its loadBalancer, ${alb.vpcId}`],
  ],
  [
    'the resource of a load balancer',
    (stack) => ({ loadBalancers: [untyped(new CfnLoadBalancer(stack, 'L1', {}))] }),
    ['loadBalancers[0] is a CfnLoadBalancer', '{ loadBalancer, subnets }'],
  ],
  [
    'a VPC in place of a load balancer',
    (stack) => ({ loadBalancers: [untyped(new Vpc(stack, 'Vpc'))] }),
    ['loadBalancers[0] is a Vpc', 'a load balancer of the app'],
  ],
  [
    'an imported one that is a VPC',
    (stack) => ({ loadBalancers: [{ loadBalancer: untyped(new Vpc(stack, 'Vpc')), subnets: alb.subnets }] }),
    ['loadBalancers[0].loadBalancer is a Vpc', 'fromLookup'],
  ],
  [
    'a text in place of a subscription',
    () => ({ notifications: { subscriptions: untyped(['on-call@example.com']) } }),
    ['notifications.subscriptions[0] is "on-call@example.com"', 'EmailSubscription'],
  ],
])('refuses %s', (_, props, says) => {
  const stack = emptyStack();
  const message = messageOf(() => new OriginDoctor(stack, 'Doctor', { loadBalancers: [alb], ...props(stack) }));
  expect(message).toMatch(/^OriginDoctor: /);
  for (const part of says) expect(message).toContain(part);
});

it('advises nothing that it would refuse', () => {
  const watches = [ordersWatch({ to: { host: '127.0.0.1', port: 5432 } })];
  const message = messageOf(() => new OriginDoctor(emptyStack(), 'Doctor', { loadBalancers: [alb], watches }));
  expect(message).not.toContain('dialable.addresses');
});

it('takes the VPC that an imported load balancer tells, written once more', () => {
  const stack = emptyStack();
  const source = { loadBalancer: placed(stack), vpcId: alb.vpcId, vpcCidrs: alb.vpcCidrs, subnets: alb.subnets };
  expect(new OriginDoctor(stack, 'Doctor', { loadBalancers: [source] }).alarms).toHaveLength(2);
});

it('takes one range of the VPC that two sources write differently for one', () => {
  const sources = [
    { ...alb, vpcCidrs: ['fd12:3456::/64'] },
    { ...alb, arn: alb.arn.replace('shop', 'store'), vpcCidrs: ['fd12:3456:0::/64'] },
  ];
  const watches = [ordersWatch({ from: { ...orders.from, vpcCidrs: ['FD12:3456::/64'] } })];
  const stack = emptyStack();
  new OriginDoctor(stack, 'Doctor', { loadBalancers: sources, watches, identity: 'own' });
  const groups = stack.node.findAll().filter(({ node }) => node.id === 'OwnGroup');
  expect(groups).toHaveLength(1);
  expect(stack.resolve(Reflect.get(groups[0] ?? {}, 'securityGroupEgress'))).toHaveLength(1);
});
